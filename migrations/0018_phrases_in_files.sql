-- Words of pages keep their places, so that a phrase is found on a page. What listings hold of them has none still.

-- The words of everything that the public may download of a publication: files for the screen first, page by page,
-- as far as there is room for them beside its other words (a tsvector holds 1 MB). Words without places weigh D.
create or replace function public.words_of_files(publication uuid) returns tsvector
    language sql stable
    return (select coalesce(public.tsvector_concat(w.words order by w.at), ''::tsvector) from (
        select strip(g.words) as words, row_number() over written as at,
            sum(octet_length(strip(g.words)::text)) over written as octets
        from public.editions e join public.files f on f.edition_id = e.id join public.file_pages g on g.file_id = f.id
        where e.publication_id = words_of_files.publication and f.kind in ('web', 'print')
            and public.is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type)
        window written as (order by f.kind desc, e.published_at, f.position, f.id, g.page)) w
    where w.octets <= 600000);

-- As long as it takes: every page is read again.
set local statement_timeout = 0;
update file_pages g set words = search_words(g.body, e.language)
from files f join editions e on e.id = f.edition_id where f.id = g.file_id;
