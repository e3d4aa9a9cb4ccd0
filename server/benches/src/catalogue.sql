-- A catalogue of any size for measuring. ${publications} works of four editions each: English standard,
-- English easy read, and two other languages. Titles, taxonomies and dates vary as real ones do.

insert into publications (id, slug, title, summary, programme_id, serial, keywords, created_at, updated_at)
select gen_random_uuid(), 'bench-' || n, -- slug is how orders and pages find them again
    (array['Measles', 'Flu', 'Whooping cough', 'Shingles', 'Hepatitis B', 'Meningitis', 'Polio', 'Tetanus', 'Mumps', 'Rubella',
        'COVID-19', 'RSV', 'HPV', 'Chickenpox', 'Mpox'])[1 + n % 15]
    || (array[': leaflet', ': poster', ' vaccination: guide', ' and pregnancy: what you need to know', ': record card', ' in schools: briefing',
        ': what to look out for'])[1 + n / 15 % 7]
    || (array[' for parents', ' for carers', ' for older adults', ' for health staff', ' for young people', ' for travellers'])[1 + n / 105 % 6]
    || ' ' || n,
    'What it is, who should be protected, what to expect afterwards and where to ask. Part ' || n
        || ' of a series written with health professionals and reviewed every year.',
    p.id, n + 100000, array['series ' || n % 400], now() - n % 1500 * interval '1 day', now() - n % 1500 * interval '1 day'
from generate_series(1, ${publications}) n
join (select id, row_number() over (order by code) as at, count(*) over () as all_of_them from programmes) p on p.at = 1 + n % p.all_of_them;

insert into publication_diseases
select p.id, d.key from publications p
join (select key, row_number() over (order by key) as at, count(*) over () as all_of_them from diseases) d on d.at = 1 + p.serial % d.all_of_them
where p.slug like 'bench-%';
insert into publication_audiences
select p.id, a.key from publications p
join (select key, row_number() over (order by key) as at, count(*) over () as all_of_them from audiences) a on a.at = 1 + p.serial % a.all_of_them
where p.slug like 'bench-%';
insert into publication_vaccinations
select p.id, v.key from publications p
join (select key, row_number() over (order by key) as at, count(*) over () as all_of_them from vaccinations) v on v.at = 1 + p.serial % v.all_of_them
where p.slug like 'bench-%';
insert into publication_settings
select p.id, s.key from publications p
join (select key, row_number() over (order by key) as at, count(*) over () as all_of_them from settings) s on s.at = 1 + p.serial % s.all_of_them
where p.slug like 'bench-%';

with languages as (
    select tag, row_number() over (order by tag) as at, count(*) over () as all_of_them from languages where tag not in ('en', 'bfi', 'mul')
)
insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title, resource_type, access_type,
    status, published_at, unit_of_issue, created_at, updated_at)
select gen_random_uuid(), p.id, case e when 0 then 'en' when 1 then 'en' else l.tag end, case e when 1 then 'easy-read' else 'standard' end, 1,
    'BEN-' || p.serial || '-' || e, 'BEN' || p.serial || e, case when e > 1 then p.title || ' (' || l.tag || ')' end,
    (array['leaflet', 'poster', 'booklet', 'record-card', 'factsheet', 'guidance', 'flyer', 'sticker'])[1 + p.serial % 8],
    (array['download-or-order', 'download-or-order', 'download-only', 'order-only'])[1 + p.serial % 4],
    'live', p.created_at, 1, p.created_at, p.updated_at
from publications p cross join generate_series(0, 3) e
join languages l on l.at = 1 + (p.serial + e * 17) % l.all_of_them
where p.slug like 'bench-%';

insert into files (id, edition_id, kind, position, file_name, media_type, bytes, pages, scan_state)
select gen_random_uuid(), e.id, k.kind, 1, e.code_normalised || k.suffix, k.media_type, 100000 + e.version_number, k.pages, 'pending'
from editions e cross join (values ('cover', '.png', 'image/png', null), ('web', '.pdf', 'application/pdf', 4)) k (kind, suffix, media_type, pages)
where e.code_normalised like 'BEN%';

insert into stock_levels (edition_id, on_hand) select id, 1000000 from editions where code_normalised like 'BEN%' and access_type <> 'download-only';
insert into stock_movements (id, edition_id, kind, quantity, actor, source_key, at)
select gen_random_uuid(), edition_id, 'received', on_hand, 'system', 'bench:' || edition_id, now() from stock_levels where on_hand = 1000000;

select refresh_listings((select array_agg(id) from publications where slug like 'bench-%'));
select refresh_listing_words();
update catalogue_version set version = version + 1;
