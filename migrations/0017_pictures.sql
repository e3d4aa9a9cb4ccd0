-- Covers and galleries: what a picture shows, in the language of its edition, and how long a recording lasts.
alter table files
    add column description text check (char_length(description) between 1 and 500),
    add column duration_s integer check (duration_s > 0);

-- Pictures made smaller once, when their file came in. Each lies beside the files, under the hash of its content.
create table thumbnails (
    file_id uuid not null references files on delete cascade,
    width_px integer not null check (width_px > 0),
    height_px integer not null check (height_px > 0),
    bytes bigint not null check (bytes > 0),
    sha256 bytea not null check (octet_length(sha256) = 32),
    primary key (file_id, width_px)
);
create index thumbnails_by_content on thumbnails (sha256);

-- The pictures of an edition that anybody may see: the first is its cover, the others are its gallery. A picture is as
-- public as its file: see is_downloadable.
create view pictures as
select f.edition_id, f.id as file_id, f.position, s.thumbnails
from files f join editions e on e.id = f.edition_id
cross join lateral (
    select jsonb_agg(jsonb_build_object('width', t.width_px, 'height', t.height_px, 'sha256', encode(t.sha256, 'hex'))
        order by t.width_px) as thumbnails
    from thumbnails t where t.file_id = f.id) s
where f.kind = 'cover' and s.thumbnails is not null
    and is_downloadable(f.kind, f.scan_state, f.sha256, e.status, e.access_type);
