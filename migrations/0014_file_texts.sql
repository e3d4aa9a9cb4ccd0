-- The text of files, page by page, so that words inside them find their publication.

-- Files whose text was looked for. A row is written before a file is opened, so that one which ends the program
-- is not opened again and again.
create table file_texts (
    file_id uuid primary key references files on delete cascade,
    state text not null check (state in ('begun', 'read', 'unreadable')),
    tries smallint not null check (tries >= 1),
    tried_at timestamptz not null
);

-- The pages that hold text. Words stand without their places: they rank below everything else of a publication,
-- however often they are there, and take a fraction of the room.
create table file_pages (
    file_id uuid not null references file_texts on delete cascade,
    page integer not null check (page >= 1),
    body text not null check (char_length(body) between 1 and 100000),
    words tsvector not null,
    primary key (file_id, page)
);

-- The words of everything that the public may download of a publication: files for the screen first, page by page,
-- as far as there is room for them beside its other words (a tsvector holds 1 MB). Words without places weigh D.
create function public.words_of_files(publication uuid) returns tsvector
    language sql stable
    return (select coalesce(public.tsvector_concat(w.words order by w.at), ''::tsvector) from (
        select g.words, row_number() over written as at, sum(octet_length(g.words::text)) over written as octets
        from public.editions e join public.files f on f.edition_id = e.id join public.file_pages g on g.file_id = f.id
        where e.publication_id = words_of_files.publication and f.kind in ('web', 'print')
            and public.is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type)
        window written as (order by f.kind desc, e.published_at, f.position, f.id, g.page)) w
    where w.octets <= 600000);

-- Rebuilds the listings of some publications from what is live now, under a new version of the catalogue.
-- Taking the version first makes writers wait for each other, so that versions appear in their order.
create or replace function public.refresh_listings(changed uuid[]) returns void
    language plpgsql
as $$
declare
    this_version bigint;
begin
    update public.catalogue_version set version = version + 1 returning version into this_version;
    delete from public.listings where publication_id = any (changed);

    insert into public.listings (publication_id, title_folded, words, document, changed_in)
    select p.id, public.fold(p.title),
        public.fold(concat_ws(' ', p.title, pr.name, d.names, v.names, array_to_string(p.keywords, ' '), e.languages)),
        setweight(public.search_words(p.title, 'en'), 'A') || setweight(e.titles, 'A')
        || setweight(public.search_words(concat_ws(' ', pr.name, d.names, v.names, array_to_string(p.keywords, ' ')), 'en'), 'B')
        || setweight(public.search_words(concat_ws(' ', p.summary, e.types, e.formats, e.languages, a.names, s.names), 'en'), 'C')
        || setweight(public.search_words(e.endonyms, ''), 'C') || setweight(e.summaries, 'C')
        || public.words_of_files(p.id),
        this_version
    from public.publications p
    join public.programmes pr on pr.id = p.programme_id
    cross join lateral (
        select string_agg(distinct l.name, ' ') as languages, string_agg(distinct l.endonym, ' ') as endonyms,
            string_agg(distinct replace(ed.resource_type, '-', ' '), ' ') as types,
            string_agg(distinct replace(ed.format, '-', ' '), ' ') as formats,
            coalesce(public.tsvector_concat(public.search_words(ed.title, ed.language)), ''::tsvector) as titles,
            coalesce(public.tsvector_concat(public.search_words(ed.summary, ed.language)), ''::tsvector) as summaries,
            count(*) as live
        from public.editions ed join public.languages l on l.tag = ed.language
        where ed.publication_id = p.id and ed.status = 'live'
    ) e
    left join lateral (select string_agg(t.name, ' ') as names from public.publication_diseases x
        join public.diseases t on t.key = x.disease where x.publication_id = p.id) d on true
    left join lateral (select string_agg(t.name, ' ') as names from public.publication_vaccinations x
        join public.vaccinations t on t.key = x.vaccination where x.publication_id = p.id) v on true
    left join lateral (select string_agg(t.name, ' ') as names from public.publication_audiences x
        join public.audiences t on t.key = x.audience where x.publication_id = p.id) a on true
    left join lateral (select string_agg(t.name, ' ') as names from public.publication_settings x
        join public.settings t on t.key = x.setting where x.publication_id = p.id) s on true
    where p.id = any (changed) and e.live > 0;

    delete from public.unlisted where publication_id = any (changed);
    insert into public.unlisted (publication_id, changed_in)
    select id, this_version from unnest(changed) as gone (id)
    where not exists (select from public.listings l where l.publication_id = gone.id)
        and exists (select from public.publications p where p.id = gone.id);
end
$$;
