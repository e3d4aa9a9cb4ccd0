-- Rows as they could stand before the starting lists came: no language or topic of those lists is used here.

insert into languages (tag, name, endonym, direction, code_token) values
    ('ug', 'Uyghur', 'ئۇيغۇرچە', 'rtl', 'UG'),
    ('haw', 'Hawaiian', 'ʻŌlelo Hawaiʻi', 'ltr', 'HAW'),
    (rpad('sl-Latn-rozaj-biske-1994-x-', 35, 'a'), rpad('Resian ', 100, 'n'), rpad('Rozajanskë ', 100, 'ë'), 'ltr', 'RZJB');

insert into programmes (id, code, name, slug, term, is_temporary, is_featured, next_serial) values
    ('a0000001-0000-7000-8000-000000000000', '000', rpad('A programme with the longest name ', 100, 'x'), 'longest', 'short_term', true, false, 2147483647),
    ('a0000002-0000-7000-8000-000000000000', 'ZZZ', 'Sea and ships', 'sea-and-ships', 'long_term', false, true, 3);

insert into diseases (key, name) values ('scurvy', 'Scurvy');
insert into vaccinations (key, name) values ('smallpox', 'Smallpox');
insert into audiences (key, name) values ('sailors', 'Sailors');
insert into settings (key, name) values ('ship', 'Ship');

insert into publications (id, slug, title, summary, programme_id, serial, keywords, article_url, import_key, row_version, created_at, updated_at) values
    -- Everything as long and as large as it may be.
    ('b0000001-0000-7000-8000-000000000000', rpad('longest-', 120, 'a'), rpad('Longest title ', 255, 'é'), rpad('Longest summary ', 4000, 'ش'), 'a0000001-0000-7000-8000-000000000000', 2147483647,
        array['scurvy', 'داء الأسقربوط', ''], rpad('https://example.org/', 255, 'a'), 'row:1', 2147483647, '1948-07-05 00:00:00+00', '2999-12-31 23:59:59.999999+00'),
    -- Nothing that can be left out.
    ('b0000002-0000-7000-8000-000000000000', 'a', 'A', '', 'a0000002-0000-7000-8000-000000000000', 1, '{}', null, null, 1, '2020-02-29 12:00:00+00', '2020-02-29 12:00:00+00'),
    -- No edition yet.
    ('b0000003-0000-7000-8000-000000000000', 'not-yet', 'Not yet', '', 'a0000002-0000-7000-8000-000000000000', 2, '{}', null, 'row:3', 1, '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00');

insert into publication_diseases (publication_id, disease) values ('b0000001-0000-7000-8000-000000000000', 'scurvy'), ('b0000002-0000-7000-8000-000000000000', 'scurvy');
insert into publication_vaccinations (publication_id, vaccination) values ('b0000001-0000-7000-8000-000000000000', 'smallpox');
insert into publication_audiences (publication_id, audience) values ('b0000001-0000-7000-8000-000000000000', 'sailors');
insert into publication_settings (publication_id, setting) values ('b0000001-0000-7000-8000-000000000000', 'ship');

insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title, summary,
    resource_type, access_type, status, status_reason, published_at, first_published_on, unit_of_issue, maximum_order_quantity,
    minimum_stock_level, run_to_zero, order_from_date, order_end_date, order_exceptions, video_url, import_hash, import_warnings,
    row_version, created_at, updated_at) values
    ('c0000001-0000-7000-8000-000000000000', 'b0000001-0000-7000-8000-000000000000', 'ug', 'standard', 1, 'ZZZ-1-UG', 'ZZZ1UG', 'يۈرەك ساغلاملىقى', 'ساغلاملىق ھەققىدە', 'leaflet', 'download-or-order', 'live', null,
        '1948-07-05 00:00:00+00', '1948-07-05', 1, null, 0, false, null, null, null, null, sha256('row 1'), '{}',
        1, '1948-07-05 00:00:00+00', '2026-03-29 01:30:00+00'),
    ('c0000002-0000-7000-8000-000000000000', 'b0000001-0000-7000-8000-000000000000', 'ug', 'standard', 2147483647, rpad('ZZZ-', 100, '9'), rpad('ZZZ', 99, '9'), rpad('Longest ', 255, 'x'), rpad('Longest ', 4000, 'x'),
        'poster', 'order-only', 'draft', null, null, null, 10000, 2147483647, 2147483647, true, '1900-01-01', '2999-12-31',
        rpad('Only for ships. ', 2000, 'x'), rpad('https://example.org/video/', 255, 'v'), sha256('row 2'), array['no summary', 'ملفات غير مفحوصة'],
        2147483647, '2026-10-25 00:30:00+00', '2999-12-31 00:00:00+00'),
    ('c0000003-0000-7000-8000-000000000000', 'b0000001-0000-7000-8000-000000000000', 'haw', 'easy-read', 1, '1', '1', null, null, 'booklet', 'download-only', 'archived', 'Replaced by a new version',
        '2001-01-01 00:00:00+00', '2000-12-31', 1, 1, 0, false, '2001-01-01', '2001-01-01', null, null, null, '{}',
        1, '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00'),
    ('c0000004-0000-7000-8000-000000000000', 'b0000002-0000-7000-8000-000000000000', 'haw', 'audio', 1, 'ZZZ-2-HAW', 'ZZZ2HAW', null, null, 'audio', 'download-only', 'withdrawn', rpad('Wrong. ', 500, 'x'),
        null, null, 1, null, 0, false, null, null, null, null, null, '{}', 1, '2002-01-01 00:00:00+00', '2002-01-01 00:00:00+00'),
    ('c0000005-0000-7000-8000-000000000000', 'b0000002-0000-7000-8000-000000000000', 'haw', 'large-print', 1, 'ZZZ-2-HAW-LP', 'ZZZ2HAWLP', null, null, 'leaflet', 'order-only', 'live', null,
        '2020-02-29 12:00:00+00', null, 25, 500, 10, true, null, '2999-12-31', null, null, null, '{}', 1, '2020-02-29 12:00:00+00', '2020-02-29 12:00:00+00');

insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, width_px, height_px, pages, page_size, scan_state, created_on) values
    ('d0000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'cover', 1, 'cover.png', 'image/png', 10240, sha256('cover'), 420, 595, null, null, 'clean', '1948-07-05'),
    ('d0000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'web', 1, 'نشرة.pdf', 'application/pdf', 0, sha256(''), null, null, 2, 'A4', 'clean', '2026-11-22'),
    ('d0000003-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'print', 1, rpad('longest-', 255, 'x'), 'application/pdf', 9223372036854775807, null, 2147483647, 2147483647, 2147483647, 'A5', 'pending', null),
    ('d0000004-0000-7000-8000-000000000000', 'c0000004-0000-7000-8000-000000000000', 'transcript', 1, 'transcript.txt', 'text/plain', 5, sha256('words'), null, null, null, null, 'infected', null),
    ('d0000005-0000-7000-8000-000000000000', 'c0000004-0000-7000-8000-000000000000', 'transcript', 2, 'transcript-2.txt', 'text/plain', 5, sha256('words'), null, null, null, null, 'failed', '2002-01-01');

select refresh_listings(array(select id from publications));
select refresh_listing_words();
