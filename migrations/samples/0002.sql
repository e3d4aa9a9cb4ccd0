-- Publications in languages and of topics from the starting lists, and the longest names beside those lists.

insert into organisations (code, name) values ('LONGESTORG', rpad('The organisation with the longest name ', 100, 'x'));
insert into establishments (organisation, code, name) values
    ('LONGESTORG', 'LONGESTEST', rpad('مؤسسة ', 100, 'س')),
    ('NH', 'S', 'A');

insert into publications (id, slug, title, summary, programme_id, serial, keywords, created_at, updated_at)
select 'b0000004-0000-7000-8000-000000000000', 'measles-leaflet-for-parents', 'Measles: a leaflet for parents', 'What parents should know about the measles.', id, 1,
    array['rash', 'naïve café'], '2026-11-01 09:00:00+00', '2026-11-02 09:00:00+00'
from programmes where code = 'MMR';
insert into publications (id, slug, title, programme_id, serial, created_at, updated_at)
select 'b0000005-0000-7000-8000-000000000000', 'mmr-leaflet-for-students', 'MMR: a leaflet for students', id, 2, '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00'
from programmes where code = 'MMR';
insert into publication_diseases (publication_id, disease) values ('b0000004-0000-7000-8000-000000000000', 'measles'), ('b0000004-0000-7000-8000-000000000000', 'rubella'), ('b0000005-0000-7000-8000-000000000000', 'measles');
insert into publication_vaccinations (publication_id, vaccination) values ('b0000004-0000-7000-8000-000000000000', 'mmr'), ('b0000005-0000-7000-8000-000000000000', 'mmr');
insert into publication_audiences (publication_id, audience) values ('b0000004-0000-7000-8000-000000000000', 'parents-and-carers'), ('b0000005-0000-7000-8000-000000000000', 'students');
insert into publication_settings (publication_id, setting) values ('b0000004-0000-7000-8000-000000000000', 'gp-surgery');

insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title, summary,
    resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at) values
    ('c0000006-0000-7000-8000-000000000000', 'b0000004-0000-7000-8000-000000000000', 'en', 'standard', 2, 'MMR-1-EN-2', 'MMR1EN2', null, null, 'leaflet', 'download-or-order', 'live',
        '2026-11-02 09:00:00+00', 1, '2026-11-02 09:00:00+00', '2026-11-02 09:00:00+00'),
    ('c0000007-0000-7000-8000-000000000000', 'b0000004-0000-7000-8000-000000000000', 'ar', 'standard', 1, 'MMR-1-AR', 'MMR1AR', 'الحصبة: نشرة للوالدين', 'ما يجب أن يعرفه الوالدان عن الحَصْبَة', 'leaflet', 'download-or-order', 'live',
        '2026-11-01 09:00:00+00', 1, '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00'),
    ('c0000008-0000-7000-8000-000000000000', 'b0000005-0000-7000-8000-000000000000', 'zh-Hant', 'simple-text', 1, 'MMR-2-ZHT-ST', 'MMR2ZHTST', '麻疹', null, 'leaflet', 'download-only', 'live',
        '2026-11-01 09:00:00+00', 1, '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00');

select refresh_listings(array['b0000004-0000-7000-8000-000000000000', 'b0000005-0000-7000-8000-000000000000']::uuid[]);
select refresh_listing_words();
