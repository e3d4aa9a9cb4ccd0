-- Staff of both halves, somebody who waits, somebody suspended, invitations in every state, and people halfway in.

insert into accounts (id, email, email_norm, full_name, organisation, establishment, password_hash, state, email_confirmed_at, created_at, updated_at,
        row_version, last_signed_in_at, catalogue_role, registry_role, registry_organisation, last_seen_at, recovery_hashes, recovery_generation, recovery_shown_until) values
    ('c1000004-0000-7000-8000-000000000000', 'Dorothy@Example.com', 'dorothy@example.com', 'Dorothy Vaughan', 'NH', 'GPS',
        '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g', 'active',
        '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00', 1, '2026-11-25 09:00:00+00',
        'admin', 'admin', 'MOH', '2026-11-25 09:00:00+00', array[sha256('recovery 1'), sha256('recovery 2')],
        'c7000001-0000-7000-8000-000000000000', '2026-11-25 09:10:00+00'),
    ('c1000005-0000-7000-8000-000000000000', 'mary@example.com', 'mary@example.com', 'Mary Jackson', null, null, null, 'suspended',
        '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00', 4, '2001-01-01 00:00:00+00',
        null, 'verifier', 'VCHA', null, '{}', null, null),
    ('c1000006-0000-7000-8000-000000000000', 'katherine@example.com', 'katherine@example.com', rpad('Katherine ', 100, 'x'), null, null, null, 'pending',
        '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00', 1, '2026-11-25 09:00:00+00',
        null, null, null, null, '{}', null, null);

insert into sessions (id, token_hash, created_at, last_seen_at, account_id, signed_in_at, proved_at, browser, system, staff_since, staff_confirmed_at, provider_issuer) values
    ('c3000003-0000-7000-8000-000000000000', sha256('session of Dorothy, by provider'), '2026-11-25 09:00:00+00', '2026-11-25 09:20:00+00',
        'c1000004-0000-7000-8000-000000000000', '2026-11-25 09:00:00+00', null, 'firefox', 'linux', '2026-11-25 09:00:00+00', '2026-11-25 09:15:00+00',
        'https://provider.example');

insert into staff_invitations (id, token_hash, email, email_norm, account_id, catalogue_role, registry_role, registry_organisation, invited_by,
        created_at, expires_at, accepted_at, cancelled_at) values
    ('c8000001-0000-7000-8000-000000000000', sha256('invitation 1'), 'New@Example.com', 'new@example.com', null, 'publisher', 'privacy_officer', 'MOH',
        'c1000004-0000-7000-8000-000000000000', '2026-11-25 09:00:00+00', '2026-12-09 09:00:00+00', null, null),
    ('c8000002-0000-7000-8000-000000000000', sha256('invitation 2'), 'mary@example.com', 'mary@example.com', null, null, 'verifier', 'VCHA', null,
        '2001-01-01 00:00:00+00', '2001-01-15 00:00:00+00', '2001-01-02 00:00:00+00', null),
    ('c8000003-0000-7000-8000-000000000000', sha256('invitation 3'), 'new@example.com', 'new@example.com', null, 'fulfiller', null, null, null,
        '2001-01-01 00:00:00+00', '2001-01-15 00:00:00+00', null, '2001-01-02 00:00:00+00'),
    ('c8000004-0000-7000-8000-000000000000', sha256('invitation 4'), 'Dorothy@Example.com', 'dorothy@example.com', 'c1000004-0000-7000-8000-000000000000', null, null, null,
        null, '2026-11-25 09:00:00+00', '2026-12-09 09:00:00+00', null, null);

insert into staff_sign_ins (session_id, account_id, tries, started_at, expires_at) values
    ('c3000002-0000-7000-8000-000000000000', 'c1000004-0000-7000-8000-000000000000', 5, '2026-11-25 09:00:00+00', '2026-11-25 09:15:00+00');

insert into staff_authenticators (account_id, secret, confirmed_at, next_secret, next_session, last_step, created_at) values
    ('c1000004-0000-7000-8000-000000000000', '\x0102', '2026-11-25 09:00:00+00', null, null, 59800000, '2026-11-25 09:00:00+00'),
    ('c1000005-0000-7000-8000-000000000000', null, null, '\x0102', 'c3000001-0000-7000-8000-000000000000', 0, '2001-01-01 00:00:00+00');

insert into staff_passkeys (id, account_id, credential_id, credential, name, created_at, last_used_at) values
    ('c9000001-0000-7000-8000-000000000000', 'c1000004-0000-7000-8000-000000000000', '\x01', '{"cred": {}}', rpad('Ключ ', 60, 'x'), '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00'),
    ('c9000002-0000-7000-8000-000000000000', 'c1000004-0000-7000-8000-000000000000', '\x02', '{}', 'K', '2026-11-25 09:00:00+00', null);

insert into passkey_ceremonies (session_id, purpose, state, expires_at) values
    ('c3000003-0000-7000-8000-000000000000', 'confirm', '{"ast": {}}', '2026-11-25 09:05:00+00'),
    ('c3000002-0000-7000-8000-000000000000', 'sign_in', '{}', '2026-11-25 09:05:00+00');

insert into account_identities (issuer, subject, account_id, email, created_at, last_used_at) values
    ('https://provider.example', 'subject 1', 'c1000004-0000-7000-8000-000000000000', 'Dorothy@Example.com', '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00'),
    ('https://provider.example', rpad('subject 2', 255, 'x'), 'c1000006-0000-7000-8000-000000000000', null, '2026-11-25 09:00:00+00', null);

insert into provider_sign_ins (session_id, state_hash, nonce, pkce_verifier, purpose, invitation_id, next, expires_at) values
    ('c3000001-0000-7000-8000-000000000000', sha256('state 1'), 'nonce 1', 'verifier 1', 'invitation', 'c8000001-0000-7000-8000-000000000000', null, '2026-11-25 09:10:00+00'),
    ('c3000002-0000-7000-8000-000000000000', sha256('state 2'), 'nonce 2', 'verifier 2', 'sign_in', null, '/staff/people', '2026-11-25 09:10:00+00');
