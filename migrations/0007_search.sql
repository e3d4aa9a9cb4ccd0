-- Search in full: every facet, stems of each language, synonyms, what nobody found. Programs keep the
-- catalogue's index in memory and read what changed since the version they know.

-- Groups of terms that mean the same to searchers. Editable by publishers.
create table synonym_groups (
    id uuid primary key,
    terms text[] not null check (cardinality(terms) between 2 and 20)
);
insert into synonym_groups (id, terms) values
    (gen_random_uuid(), array['whooping cough', 'pertussis']),
    (gen_random_uuid(), array['flu', 'influenza']),
    (gen_random_uuid(), array['chickenpox', 'varicella']),
    (gen_random_uuid(), array['shingles', 'herpes zoster', 'zoster']),
    (gen_random_uuid(), array['rubella', 'german measles']),
    (gen_random_uuid(), array['mpox', 'monkeypox']),
    (gen_random_uuid(), array['covid', 'covid-19', 'coronavirus']),
    (gen_random_uuid(), array['tb', 'tuberculosis']),
    (gen_random_uuid(), array['hpv', 'human papillomavirus']),
    (gen_random_uuid(), array['rsv', 'respiratory syncytial virus']),
    (gen_random_uuid(), array['jab', 'vaccination', 'immunisation', 'immunization']),
    (gen_random_uuid(), array['pregnancy', 'pregnant']),
    (gen_random_uuid(), array['antibiotic resistance', 'antimicrobial resistance']),
    (gen_random_uuid(), array['toddler', 'infant', 'baby']),
    (gen_random_uuid(), array['elderly', 'older people', 'older adults']);

-- Searches that found nothing, for whoever writes synonyms; what was not made again for 90 days is forgotten.
-- Not who searched, and no time of day.
create table missed_searches (
    words text primary key check (char_length(words) <= 200),
    searches integer not null default 1,
    last_on date not null
);

-- What was used of each publication in the last 90 days. Nothing writes it yet.
create table publication_usage (
    publication_id uuid primary key references publications on delete cascade,
    uses integer not null check (uses > 0)
);

-- The stemmer of a language where there is one (those that come with PostgreSQL 15).
create function public.search_config(language text) returns regconfig
    language sql immutable parallel safe
    return case split_part(language, '-', 1)
        when 'en' then 'pg_catalog.english' when 'ar' then 'pg_catalog.arabic' when 'ca' then 'pg_catalog.catalan'
        when 'da' then 'pg_catalog.danish' when 'de' then 'pg_catalog.german' when 'el' then 'pg_catalog.greek'
        when 'es' then 'pg_catalog.spanish' when 'eu' then 'pg_catalog.basque' when 'fi' then 'pg_catalog.finnish'
        when 'fr' then 'pg_catalog.french' when 'ga' then 'pg_catalog.irish' when 'hi' then 'pg_catalog.hindi'
        when 'hu' then 'pg_catalog.hungarian' when 'hy' then 'pg_catalog.armenian' when 'id' then 'pg_catalog.indonesian'
        when 'it' then 'pg_catalog.italian' when 'lt' then 'pg_catalog.lithuanian' when 'ne' then 'pg_catalog.nepali'
        when 'nl' then 'pg_catalog.dutch' when 'no' then 'pg_catalog.norwegian' when 'pt' then 'pg_catalog.portuguese'
        when 'ro' then 'pg_catalog.romanian' when 'ru' then 'pg_catalog.russian' when 'sr' then 'pg_catalog.serbian'
        when 'sv' then 'pg_catalog.swedish' when 'ta' then 'pg_catalog.tamil' when 'tr' then 'pg_catalog.turkish'
        when 'yi' then 'pg_catalog.yiddish' else 'pg_catalog.simple' end::regconfig;

-- A text as search words. English is stemmed and loses its stop words; every other language is kept as it
-- stands and stemmed beside that, as readers may not have said which language they are looking for.
create or replace function public.search_words(body text, language text) returns tsvector
    language sql immutable parallel safe
    return case when language = 'en' then to_tsvector('pg_catalog.english'::regconfig, public.fold(coalesce(body, '')))
        when public.search_config(language) = 'pg_catalog.simple'::regconfig
            then to_tsvector('pg_catalog.simple'::regconfig, public.fold(coalesce(body, '')))
        else to_tsvector('pg_catalog.simple'::regconfig, public.fold(coalesce(body, '')))
            || to_tsvector(public.search_config(language), public.fold(coalesce(body, ''))) end;

-- One term as a query: as it stands, in English, and in the reader's languages. Nothing for a stop word.
create function public.search_term(term text, is_phrase boolean, languages text[]) returns tsquery
    language plpgsql immutable parallel safe
as $$
declare
    folded text := public.fold(term);
    found tsquery := case when is_phrase then phraseto_tsquery('pg_catalog.english', folded) else plainto_tsquery('pg_catalog.english', folded) end;
    config regconfig;
    part tsquery;
begin
    if numnode(found) = 0 then
        return null;
    end if;
    foreach config in array array['pg_catalog.simple'::regconfig] || array(select distinct public.search_config(l) from unnest(languages) l) loop
        part := case when is_phrase then phraseto_tsquery(config, folded) else plainto_tsquery(config, folded) end;
        if numnode(part) > 0 and part::text <> found::text then
            found := found || part;
        end if;
    end loop;
    return found;
end
$$;

drop function public.search_query(text[], text[], text[]);

-- Terms as one query. Terms of one group mean the same, and one of them is enough; every group has to be
-- there; nothing of `excluded` may be.
create function public.search_query(terms text[], groups integer[], phrases boolean[], excluded text[], languages text[])
    returns tsquery language plpgsql immutable parallel safe
as $$
declare
    wanted tsquery;
    alternatives tsquery;
    part tsquery;
    at integer;
begin
    for at in 1 .. coalesce(cardinality(terms), 0) loop
        part := public.search_term(terms[at], phrases[at], languages);
        if part is not null then
            alternatives := case when alternatives is null then part else alternatives || part end;
        end if;
        if at = cardinality(terms) or groups[at + 1] <> groups[at] then
            if alternatives is not null then
                wanted := case when wanted is null then alternatives else wanted && alternatives end;
            end if;
            alternatives := null;
        end if;
    end loop;
    for at in 1 .. coalesce(cardinality(excluded), 0) loop
        part := public.search_term(excluded[at], false, languages);
        if part is not null then
            wanted := case when wanted is null then !! part else wanted && !! part end;
        end if;
    end loop;
    return wanted;
end
$$;

-- Sorting and facets are done in memory now.
drop index listings_published, listings_updated, listings_title, listings_code, listings_programme;
alter table listings drop column programme_id, drop column first_code, drop column published_at, drop column updated_at;
-- The version of the catalogue in which this row was written.
alter table listings add column changed_in bigint not null default 0;
create index listings_changed on listings (changed_in);

-- Publications that had a listing and have none now.
create table unlisted (
    publication_id uuid primary key references publications on delete cascade,
    changed_in bigint not null
);
create index unlisted_changed on unlisted (changed_in);

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
        || setweight(public.search_words(e.endonyms, ''), 'C') || setweight(e.summaries, 'C'),
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

-- Everything that is listed already is listed anew.
select refresh_listings(coalesce((select array_agg(publication_id) from listings), '{}'));

-- The few editions whose stock decides whether they can be ordered at all.
create index editions_run_to_zero on editions (id) where status = 'live' and run_to_zero;
