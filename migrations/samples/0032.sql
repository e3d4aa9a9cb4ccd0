-- A draft beside the one that is saved for its address, and what two windows typed.

insert into registration_drafts (id, token_hash, version, submit_key, visited, locale, created_at, touched_at, expires_at, rival_of) values
    ('b1000004-0000-7000-8000-000000000000', sha256('draft 4'), 3, 'b2000004-0000-4000-8000-000000000000', array['name'], 'cy', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', '2026-12-29 09:00:00+00', 'ada@example.com');
insert into draft_answers (draft_id, question, typed, version) values
    ('b1000004-0000-7000-8000-000000000000', 'first_name', array['Ada'], 3);
insert into draft_conflicts (draft_id, step) values
    ('b1000004-0000-7000-8000-000000000000', 'name'),
    ('b1000002-0000-7000-8000-000000000000', 'registration-number');
insert into draft_conflict_answers (draft_id, question, typed, sealed) values
    ('b1000004-0000-7000-8000-000000000000', 'first_name', array['Augusta'], null),
    ('b1000004-0000-7000-8000-000000000000', 'last_name', '{}', null),
    ('b1000002-0000-7000-8000-000000000000', 'registration_number', null, '\x02');
