-- Another address that was confirmed at both.

insert into accounts (id, email, email_norm, full_name, organisation, establishment, password_hash, state, email_confirmed_at, created_at, updated_at,
        row_version, last_signed_in_at) values
    ('c1000049-0000-7000-8000-000000000000', 'both@example.org', 'both@example.org', 'Both Addresses', null, null, null, 'active',
        '2026-11-22 09:10:00+00', '2026-11-01 09:00:00+00', '2026-11-22 09:10:00+00', 2, '2026-11-22 09:00:00+00');

insert into account_email_changes (account_id, id, token_hash, old_token_hash, email, expires_at, confirmed_new_at, confirmed_old_at, used_at) values
    ('c1000049-0000-7000-8000-000000000000', 'c5000049-0000-7000-8000-000000000000', sha256('address 49'), sha256('old address 49'), 'both@example.org',
        '2026-11-22 09:15:00+00', '2026-11-22 09:05:00+00', '2026-11-22 09:10:00+00', '2026-11-22 09:10:00+00');
