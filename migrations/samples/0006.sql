-- Messages in a language of the interface.

insert into outbox (id, kind, recipient, order_id, detail, locale, next_try_at, created_at) values
    ('70000005-0000-7000-8000-000000000000', 'email_code', 'mohammed@example.com', null, '{"code": "999999"}', 'ar', '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('70000006-0000-7000-8000-000000000000', 'order_placed', 'mary@example.com', 'e0000007-0000-7000-8000-000000000000', '{}', 'cy', '2026-11-22 09:30:00+00', '2026-11-22 09:30:00+00');
