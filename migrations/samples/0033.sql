-- A change that waits for other answers, and addresses that were asked for, changed and changed back.

update registrations set asked_at = '2026-11-01 09:00:00+00', reminders = 1 where id = 'b4000001-0000-7000-8000-000000000000';
insert into registration_updates (registration_id, session_id, step, version, visited, at) values
    ('b4000001-0000-7000-8000-000000000000', '10000001-0000-7000-8000-000000000000', 'profession', 1, array['profession'], '2026-11-29 09:00:00+00');
insert into registration_update_answers (registration_id, question, typed, sealed) values
    ('b4000001-0000-7000-8000-000000000000', 'stream', array['Midwife'], null),
    ('b4000001-0000-7000-8000-000000000000', 'registration_number', null, '\x01');
insert into email_changes (id, registrant_id, old_email, new_email, asked_at, changed_at, undone_at) values
    ('bb000001-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', 'Ada@Example.com', 'ada@example.org', '2026-11-29 09:00:00+00', null, null),
    ('bb000002-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', 'ada@example.net', 'Ada@Example.com', '2026-11-01 09:00:00+00', '2026-11-01 09:05:00+00', null),
    ('bb000003-0000-7000-8000-000000000000', 'b3000002-0000-7000-8000-000000000000', 'algebra@example.com', 'x@example.com', '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', '2000-01-01 00:00:00+00');
