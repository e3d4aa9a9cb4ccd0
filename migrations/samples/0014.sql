-- Texts that were read, of a page and of many letters; one that cannot be, and one that was begun and never ended.

insert into file_texts (file_id, state, tries, tried_at) values
    ('d0000002-0000-7000-8000-000000000000', 'read', 1, '1999-12-31 00:00:00+00'),
    ('d0000003-0000-7000-8000-000000000000', 'begun', 32767, '2999-12-31 00:00:00+00'),
    ('d0000004-0000-7000-8000-000000000000', 'unreadable', 3, '2026-11-22 09:00:00+00');
insert into file_pages (file_id, page, body, words)
select 'd0000002-0000-7000-8000-000000000000', page, body, strip(search_words(body, 'ug'))
from (values (1, 'ي'), (2147483647, rpad('Longest page ', 100000, 'éش '))) as pages (page, body);

select refresh_listings(array(select id from publications));
