-- A described cover, kept small in two widths, a recording, and pictures whose content is the same.

update files set description = rpad('غلاف ', 500, 'x') where id = 'd0000001-0000-7000-8000-000000000000';
insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, width_px, height_px, description, duration_s, scan_state) values
    ('d0000006-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'cover', 2, 'inside.jpg', 'image/jpeg', 1, sha256('inside'), 1, 1, 'I', null, 'clean'),
    ('d0000007-0000-7000-8000-000000000000', 'c0000004-0000-7000-8000-000000000000', 'web', 1, 'spoken.mp3', 'audio/mpeg', 16000, sha256('spoken'), null, null, null, 2147483647, 'clean');

insert into thumbnails (file_id, width_px, height_px, bytes, sha256) values
    ('d0000001-0000-7000-8000-000000000000', 105, 149, 1, sha256('small')),
    ('d0000001-0000-7000-8000-000000000000', 2147483647, 2147483647, 9223372036854775807, sha256('large')),
    ('d0000006-0000-7000-8000-000000000000', 1, 1, 1, sha256('small'));
