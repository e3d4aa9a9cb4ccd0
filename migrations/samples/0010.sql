-- Messages in every status, feedback of all and of nothing, and notices of the past, of now and of the future.

insert into support_messages (id, summary, message, contact_name, contact_email, status, created_at) values
    ('c0000001-0000-7000-8000-000000000000', 'A', 'B', 'Ada Lovelace', 'ada@example.com', 'open', '2026-11-22 09:00:00+00'),
    ('c0000002-0000-7000-8000-000000000000', rpad('طلب ', 100, 'ط'), rpad('رسالة ', 500, 'ر'), 'محمد بن موسى', 'algebra@example.com', 'waiting', '1999-12-31 00:00:00+00'),
    ('c0000003-0000-7000-8000-000000000000', 'Closed', E'Two\nlines', 'X', 'x@example.com', 'closed', '2999-12-31 00:00:00+00');
insert into feedback (id, how_satisfied, would_recommend, where_did_you_hear, why_did_you_come, did_you_get_what_you_wanted, improve_our_service, created_at) values
    ('d0000001-0000-7000-8000-000000000000', null, null, null, null, null, null, '2026-11-22 09:00:00+00'),
    ('d0000002-0000-7000-8000-000000000000', 'very_satisfied', rpad('yes ', 50, 's'), rpad('GP ', 255, 'x'), rpad('flu ', 255, 'x'), rpad('yes ', 100, 'x'), rpad('شكرا ', 2000, 'ش'), '1999-12-31 00:00:00+00'),
    ('d0000003-0000-7000-8000-000000000000', 'satisfied', null, null, null, null, '', '2026-11-22 09:00:00+00'),
    ('d0000004-0000-7000-8000-000000000000', 'neutral', null, null, null, null, null, '2026-11-22 09:00:00+00'),
    ('d0000005-0000-7000-8000-000000000000', 'dissatisfied', null, null, null, null, null, '2026-11-22 09:00:00+00'),
    ('d0000006-0000-7000-8000-000000000000', 'very_dissatisfied', null, null, null, null, null, '2026-11-22 09:00:00+00');
insert into notices (id, message, enabled, start_at, end_at, created_at, updated_at) values
    ('e0000001-0000-7000-8000-000000000000', 'A', false, null, null, '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('e0000002-0000-7000-8000-000000000000', rpad('إشعار ', 500, 'ش'), true, '2026-11-22 00:00:00+00', '2999-12-31 00:00:00+00', '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('e0000003-0000-7000-8000-000000000000', 'Past', true, null, '1999-12-31 00:00:00+00', '1999-12-01 00:00:00+00', '1999-12-01 00:00:00+00'),
    ('e0000004-0000-7000-8000-000000000000', 'Future', true, '2999-12-31 00:00:00+00', null, '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00');
