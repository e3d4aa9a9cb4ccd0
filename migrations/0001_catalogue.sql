-- The catalogue: what there is, in which languages and formats, and how it is found.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Text as it is compared: compatibility form, lower case, without accents. The one function for
-- storing and for asking. Schema-qualified throughout, so that it is safe in index expressions.
create function public.fold(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, nfkc)));

create table languages (
    tag text primary key check (char_length(tag) <= 35),
    name text not null unique check (char_length(name) <= 100),
    endonym text not null check (char_length(endonym) <= 100),
    direction text not null check (direction in ('ltr', 'rtl')),
    code_token text not null unique check (char_length(code_token) between 2 and 4)
);

create table programmes (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Z0-9]{3}$'),
    name text not null unique check (char_length(name) <= 100),
    slug text not null unique,
    term text not null check (term in ('long_term', 'short_term')),
    is_temporary boolean not null default false,
    is_featured boolean not null default false,
    next_serial integer not null default 1
);

create table diseases (key text primary key, name text not null unique);
create table vaccinations (key text primary key, name text not null unique);
create table audiences (key text primary key, name text not null unique);
create table settings (key text primary key, name text not null unique);

create table publications (
    id uuid primary key,
    slug text not null unique check (char_length(slug) between 1 and 120),
    title text not null check (char_length(title) between 1 and 255),
    summary text not null default '' check (char_length(summary) <= 4000),
    programme_id uuid not null references programmes,
    serial integer not null check (serial >= 1),
    keywords text[] not null default '{}',
    article_url text check (char_length(article_url) <= 255),
    -- Where imported rows came from; groups of an import find their publication by it.
    import_key text unique,
    row_version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (programme_id, serial)
);

create table publication_diseases (
    publication_id uuid not null references publications on delete cascade,
    disease text not null references diseases,
    primary key (publication_id, disease)
);
create table publication_vaccinations (
    publication_id uuid not null references publications on delete cascade,
    vaccination text not null references vaccinations,
    primary key (publication_id, vaccination)
);
create table publication_audiences (
    publication_id uuid not null references publications on delete cascade,
    audience text not null references audiences,
    primary key (publication_id, audience)
);
create table publication_settings (
    publication_id uuid not null references publications on delete cascade,
    setting text not null references settings,
    primary key (publication_id, setting)
);

create table editions (
    id uuid primary key,
    publication_id uuid not null references publications,
    language text not null references languages,
    format text not null,
    version_number integer not null check (version_number >= 1),
    product_code text not null check (char_length(product_code) between 1 and 100),
    code_normalised text not null unique,
    title text check (char_length(title) <= 255),
    summary text check (char_length(summary) <= 4000),
    resource_type text not null,
    access_type text not null check (access_type in ('download-only', 'download-or-order', 'order-only')),
    status text not null check (status in ('draft', 'live', 'archived', 'withdrawn')),
    status_reason text check (char_length(status_reason) <= 500),
    published_at timestamptz,
    first_published_on date,
    unit_of_issue integer not null default 1 check (unit_of_issue between 1 and 10000),
    maximum_order_quantity integer check (maximum_order_quantity >= unit_of_issue),
    minimum_stock_level integer not null default 0 check (minimum_stock_level >= 0),
    run_to_zero boolean not null default false,
    order_from_date date,
    order_end_date date check (order_end_date >= order_from_date),
    order_exceptions text check (char_length(order_exceptions) <= 2000),
    video_url text check (char_length(video_url) <= 255),
    -- SHA-256 of the imported row and its files: the same again changes nothing.
    import_hash bytea,
    -- What an import could not know; shown to publishers.
    import_warnings text[] not null default '{}',
    row_version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (publication_id, language, format, version_number),
    check (status <> 'live' or published_at is not null)
);
create unique index editions_one_live_per_slot on editions (publication_id, language, format) where status = 'live';
create unique index editions_one_draft_per_slot on editions (publication_id, language, format) where status = 'draft';
create index editions_by_code on editions (code_normalised text_pattern_ops) where status = 'live';
create index editions_live on editions (publication_id) include (language, format, resource_type) where status = 'live';

create table files (
    id uuid primary key,
    edition_id uuid not null references editions on delete cascade,
    kind text not null check (kind in ('cover', 'web', 'print', 'transcript')),
    position integer not null,
    file_name text not null check (char_length(file_name) <= 255),
    media_type text not null,
    bytes bigint not null check (bytes >= 0),
    -- Empty when only the facts of a file are known, not the file itself.
    sha256 bytea check (octet_length(sha256) = 32),
    width_px integer,
    height_px integer,
    pages integer,
    page_size text,
    scan_state text not null default 'pending' check (scan_state in ('pending', 'clean', 'infected', 'failed')),
    created_on date,
    unique (edition_id, kind, position)
);

-- One row for each publication that the public can find, rebuilt whenever it changes.
create table listings (
    publication_id uuid primary key references publications on delete cascade,
    programme_id uuid not null references programmes,
    title_folded text not null,
    -- Title and taxonomy, for words that were mistyped.
    words text not null,
    document tsvector not null,
    first_code text not null,
    published_at timestamptz not null,
    updated_at timestamptz not null
);
create index listings_document on listings using gin (document);
create index listings_words on listings using gin (words gin_trgm_ops);
create index listings_published on listings (published_at desc, publication_id desc);
create index listings_updated on listings (updated_at desc, publication_id desc);
create index listings_title on listings (title_folded, publication_id);
create index listings_code on listings (first_code, publication_id);
create index listings_programme on listings (programme_id);

-- Every word of titles and taxonomies with the number of publications that hold it: what
-- "did you mean" proposes.
create table listing_words (
    word text primary key,
    publications integer not null
);
create index listing_words_similar on listing_words using gin (word gin_trgm_ops);

-- A text of one language as search words: English is stemmed, others are taken as they stand.
create function public.search_words(body text, language text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector(case when language = 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.simple'::regconfig end, public.fold(coalesce(body, '')));

-- Words, phrases and excluded words as one query. Each word may match stemmed or as it stands;
-- a stop word of English alone asks for nothing.
create function public.search_query(words text[], phrases text[], excluded text[]) returns tsquery
    language plpgsql immutable parallel safe
as $$
declare
    wanted tsquery;
    part tsquery;
    term text;
begin
    foreach term in array words loop
        part := plainto_tsquery('pg_catalog.english', public.fold(term));
        if numnode(part) > 0 then
            wanted := coalesce(wanted && (part || plainto_tsquery('pg_catalog.simple', public.fold(term))), part || plainto_tsquery('pg_catalog.simple', public.fold(term)));
        end if;
    end loop;
    foreach term in array phrases loop
        part := phraseto_tsquery('pg_catalog.english', public.fold(term));
        if numnode(part) > 0 then
            wanted := coalesce(wanted && (part || phraseto_tsquery('pg_catalog.simple', public.fold(term))), part || phraseto_tsquery('pg_catalog.simple', public.fold(term)));
        end if;
    end loop;
    foreach term in array excluded loop
        part := plainto_tsquery('pg_catalog.english', public.fold(term));
        if numnode(part) > 0 then
            part := !! (part || plainto_tsquery('pg_catalog.simple', public.fold(term)));
            wanted := coalesce(wanted && part, part);
        end if;
    end loop;
    return wanted;
end
$$;

create aggregate public.tsvector_concat(tsvector) (sfunc = pg_catalog.tsvector_concat, stype = tsvector, initcond = '');

-- Rebuilds the listings of some publications from what is live now.
create function public.refresh_listings(changed uuid[]) returns void
    language sql
as $$
    delete from public.listings where publication_id = any (changed);

    insert into public.listings
        (publication_id, programme_id, title_folded, words, document, first_code, published_at, updated_at)
    select p.id, p.programme_id, public.fold(p.title),
        public.fold(concat_ws(' ', p.title, pr.name, d.names, v.names, array_to_string(p.keywords, ' '), e.languages)),
        setweight(public.search_words(p.title, 'en'), 'A') || setweight(e.titles, 'A')
        || setweight(public.search_words(concat_ws(' ', pr.name, d.names, v.names, array_to_string(p.keywords, ' ')), 'en'), 'B')
        || setweight(public.search_words(concat_ws(' ', p.summary, e.types, e.formats, e.languages, a.names, s.names), 'en'), 'C')
        || setweight(public.search_words(e.endonyms, ''), 'C') || setweight(e.summaries, 'C'),
        e.first_code, e.published_at, greatest(p.updated_at, e.updated_at)
    from public.publications p
    join public.programmes pr on pr.id = p.programme_id
    cross join lateral (
        select string_agg(distinct l.name, ' ') as languages, string_agg(distinct l.endonym, ' ') as endonyms,
            string_agg(distinct replace(ed.resource_type, '-', ' '), ' ') as types,
            string_agg(distinct replace(ed.format, '-', ' '), ' ') as formats,
            coalesce(public.tsvector_concat(public.search_words(ed.title, ed.language)), ''::tsvector) as titles,
            coalesce(public.tsvector_concat(public.search_words(ed.summary, ed.language)), ''::tsvector) as summaries,
            min(ed.code_normalised) as first_code, max(ed.published_at) as published_at, max(ed.updated_at) as updated_at,
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
$$;

-- Rebuilds the vocabulary from all listings.
create function public.refresh_listing_words() returns void
    language sql
as $$
    delete from public.listing_words;
    insert into public.listing_words (word, publications)
    select word, count(distinct publication_id)
    from public.listings, regexp_split_to_table(words, '[^[:alnum:]]+') as word
    where char_length(word) >= 3 group by word;
$$;

-- Rises with every change of what the public sees; pages are cached under it.
create table catalogue_version (
    only_row boolean primary key default true check (only_row),
    version bigint not null default 1
);
insert into catalogue_version default values;
