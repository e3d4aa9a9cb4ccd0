-- Publications that only some people may have: their page is public and says so, their copies and files are not.

alter table publications
    -- Roles, audiences, organisations or professions that may have it, as `kind:key`; nothing where everybody may.
    add column restricted_to text[] check (cardinality(restricted_to) >= 1 and array_position(restricted_to, null) is null);

alter table editions
    -- Whether its publication is restricted, kept here so that no question about editions has to ask for it.
    add column is_restricted boolean not null default false;

create function public.restrict_edition() returns trigger language plpgsql as $$
begin
    new.is_restricted := exists (select from public.publications p
        where p.id = new.publication_id and p.restricted_to is not null);
    return new;
end
$$;
create trigger editions_follow_their_publication before insert or update of publication_id, is_restricted on editions
    for each row execute function public.restrict_edition();

-- What may be found, ordered and downloaded changes with it, so that the catalogue has a new version.
create function public.restrict_editions() returns trigger language plpgsql as $$
begin
    update public.editions set is_restricted = new.restricted_to is not null where publication_id = new.id;
    perform public.refresh_listings(array[new.id]);
    return null;
end
$$;
create trigger publications_restrict_their_editions after update of restricted_to on publications
    for each row when ((old.restricted_to is null) <> (new.restricted_to is null))
    execute function public.restrict_editions();

-- Whether anybody may download a file now: it was scanned clean, and its edition is live, for everybody, and gives
-- files; an edition that can only be ordered, or that only some may have, gives its cover alone. The one rule of
-- pages, downloads and zips.
create function public.is_downloadable(kind text, scan_state text, sha256 bytea, status text, access_type text, is_restricted boolean)
    returns boolean
    language sql immutable parallel safe
    return scan_state = 'clean' and sha256 is not null and status = 'live'
        and (access_type <> 'order-only' and not is_restricted or kind = 'cover');

create or replace function public.words_of_files(publication uuid) returns tsvector
    language sql stable
    return (select coalesce(public.tsvector_concat(w.words order by w.at), ''::tsvector) from (
        select strip(g.words) as words, row_number() over written as at,
            sum(octet_length(strip(g.words)::text)) over written as octets
        from public.editions e join public.files f on f.edition_id = e.id join public.file_pages g on g.file_id = f.id
        where e.publication_id = words_of_files.publication and f.kind in ('web', 'print')
            and public.is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted)
        window written as (order by f.kind desc, e.published_at, f.position, f.id, g.page)) w
    where w.octets <= 600000);

create or replace view public.pictures as
select f.edition_id, f.id as file_id, f.position, s.thumbnails
from public.files f join public.editions e on e.id = f.edition_id
cross join lateral (
    select jsonb_agg(jsonb_build_object('width', t.width_px, 'height', t.height_px, 'sha256', encode(t.sha256, 'hex'))
        order by t.width_px) as thumbnails
    from public.thumbnails t where t.file_id = f.id) s
where f.kind = 'cover' and s.thumbnails is not null
    and public.is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type, e.is_restricted);

drop function public.is_downloadable(text, text, bytea, text, text);
