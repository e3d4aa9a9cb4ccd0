-- Synonyms at both ends of their bounds, searches that found nothing, and a publication that has no listing.

insert into synonym_groups (id, terms) values
    ('90000001-0000-7000-8000-000000000000', array['الحصبة', 'measles']),
    ('90000002-0000-7000-8000-000000000000', array(select 'term ' || n from generate_series(1, 20) n));
insert into missed_searches (words, searches, last_on) values
    ('شلل الأطفال', 1, '2026-11-22'),
    (rpad('longest ', 200, 'x'), 2147483647, '1999-12-31');
insert into publication_usage (publication_id, uses) values ('b0000001-0000-7000-8000-000000000000', 1), ('b0000004-0000-7000-8000-000000000000', 2147483647);

select refresh_listings(array['b0000003-0000-7000-8000-000000000000', 'b0000004-0000-7000-8000-000000000000']::uuid[]);
