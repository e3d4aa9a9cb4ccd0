-- Addresses that publications had before, and titles of editions as they are compared.

-- Every table is gone through once.
set local statement_timeout = 0;

-- Slugs under which publications stood before. Links, bookmarks and printed codes lead on from them.
create table former_slugs (
    slug text primary key check (char_length(slug) between 1 and 120),
    publication_id uuid not null references publications on delete cascade
);
create index former_slugs_publication on former_slugs (publication_id);

-- Whoever changes a slug, the old one is kept. One that is in use again leads to where it is in use.
create function public.keep_former_slug() returns trigger language plpgsql as $$
begin
    delete from public.former_slugs where slug = new.slug;
    insert into public.former_slugs (slug, publication_id) values (old.slug, new.id)
    on conflict (slug) do update set publication_id = excluded.publication_id;
    return null;
end
$$;
create trigger keep_former_slug after update of slug on publications
    for each row when (old.slug is distinct from new.slug) execute function public.keep_former_slug();

-- The own title of an edition as titles are compared.
alter table editions add column title_folded text generated always as (public.fold(title)) stored;
create index editions_own_title on editions (title_folded text_pattern_ops) where status = 'live' and title_folded is not null;

-- Titles with all their words, for searches that hold nothing but words that English leaves out.
create index listings_plain on listings using gin (to_tsvector('pg_catalog.simple', title_folded));
