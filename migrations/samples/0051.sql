-- Somebody who made recovery codes a moment ago and has not seen them yet, and sets up another authenticator.

insert into accounts (id, email, email_norm, full_name, password_hash, state, email_confirmed_at, created_at, updated_at, row_version,
        last_signed_in_at, catalogue_role, recovery_hashes, recovery_generation, recovery_shown_until) values
    ('c1000051-0000-7000-8000-000000000000', 'annie@example.com', 'annie@example.com', 'Annie Easley', null, 'active', '2026-11-26 09:00:00+00',
        '2026-11-26 09:00:00+00', '2026-11-26 09:00:00+00', 1, '2026-11-26 09:00:00+00', 'publisher', array[sha256('recovery 51')],
        'c7000051-0000-7000-8000-000000000000', '2026-11-26 09:10:00+00');

insert into sessions (id, token_hash, created_at, last_seen_at, account_id, signed_in_at, browser, system, staff_since,
        staff_confirmed_at, recovery_generation) values
    ('c3000051-0000-7000-8000-000000000000', sha256('session of Annie'), '2026-11-26 09:00:00+00', '2026-11-26 09:00:00+00',
        'c1000051-0000-7000-8000-000000000000', '2026-11-26 09:00:00+00', 'firefox', 'linux', '2026-11-26 09:00:00+00',
        '2026-11-26 09:00:00+00', 'c7000051-0000-7000-8000-000000000000');

insert into staff_authenticators (account_id, secret, confirmed_at, next_secret, next_session, next_expires_at, last_step, created_at) values
    ('c1000051-0000-7000-8000-000000000000', '\x0102', '2026-11-26 09:00:00+00', '\x0304', 'c3000051-0000-7000-8000-000000000000',
        '2026-11-26 09:15:00+00', 59800000, '2026-11-26 09:00:00+00');
