-- Somebody who opened the link of a message in the place of typing their password, before their second step.

insert into sessions (id, token_hash, created_at, last_seen_at) values
    ('c3000052-0000-7000-8000-000000000000', sha256('session of Dorothy, by a link'), '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00');

insert into staff_sign_ins (session_id, account_id, tries, started_at, expires_at, proved_at) values
    ('c3000052-0000-7000-8000-000000000000', 'c1000004-0000-7000-8000-000000000000', 0, '2026-11-25 09:00:00+00', '2026-11-25 09:15:00+00',
        '2026-11-25 09:00:00+00');
