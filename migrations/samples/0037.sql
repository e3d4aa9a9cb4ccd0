-- A message and feedback of pages that have a key.

insert into support_messages (id, summary, message, contact_name, contact_email, created_at, sent_key) values
    ('c0000004-0000-7000-8000-000000000000', 'Once', 'Sent twice', 'Ada Lovelace', 'ada@example.com', '2026-11-30 09:00:00+00', sha256('message 4'));
insert into feedback (id, how_satisfied, created_at, sent_key) values
    ('d0000007-0000-7000-8000-000000000000', 'neutral', '2026-11-30 09:00:00+00', sha256('feedback 7'));
