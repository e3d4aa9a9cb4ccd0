-- People with and without an establishment and a password, links of every kind, and a basket that went into another.

insert into accounts (id, email, email_norm, full_name, organisation, establishment, password_hash, state, email_confirmed_at, created_at, updated_at,
        row_version, last_signed_in_at) values
    ('c1000001-0000-7000-8000-000000000000', 'Ada@Example.com', 'ada@example.com', 'آدا لوفلايس', 'NH', 'GPS', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g', 'active',
        '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00', '2026-11-22 09:00:00+00', 3, '2026-11-22 09:00:00+00'),
    ('c1000002-0000-7000-8000-000000000000', 'grace@example.com', 'grace@example.com', rpad('Grace ', 100, 'x'), null, null, null, 'suspended',
        '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00', 1, '2001-01-01 00:00:00+00');

insert into account_links (id, token_hash, purpose, account_id, email, full_name, expires_at) values
    ('c2000001-0000-7000-8000-000000000000', sha256('link 1'), 'confirm', null, 'New@example.com', 'New Person', '2026-11-22 09:15:00+00'),
    ('c2000002-0000-7000-8000-000000000000', sha256('link 2'), 'sign_in', 'c1000001-0000-7000-8000-000000000000', null, null, '2026-11-22 09:15:00+00'),
    ('c2000003-0000-7000-8000-000000000000', sha256('link 3'), 'reset', 'c1000002-0000-7000-8000-000000000000', null, null, '2001-01-01 00:15:00+00'),
    ('c2000004-0000-7000-8000-000000000000', sha256('link 4'), 'nothing', null, null, null, '2001-01-01 00:15:00+00');

insert into sessions (id, token_hash, created_at, last_seen_at, account_id, signed_in_at, proved_at, browser, system) values
    ('c3000001-0000-7000-8000-000000000000', sha256('session of Ada, by link'), '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00',
        'c1000001-0000-7000-8000-000000000000', '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00', 'firefox', 'linux'),
    ('c3000002-0000-7000-8000-000000000000', sha256('session of Ada, by password'), '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00',
        'c1000001-0000-7000-8000-000000000000', '2026-11-22 09:00:00+00', null, 'other', 'other');

update orders set account_id = 'c1000001-0000-7000-8000-000000000000' where id = 'e0000001-0000-7000-8000-000000000000';

insert into baskets (id, token_hash, created_at, touched_at, account_id) values
    ('c4000001-0000-7000-8000-000000000000', null, '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00', 'c1000001-0000-7000-8000-000000000000');
insert into baskets (id, token_hash, created_at, touched_at, merged_into, merged_at) values
    ('c4000002-0000-7000-8000-000000000000', sha256('basket of a guest who signed in'), '2026-11-22 08:00:00+00', '2026-11-22 09:00:00+00',
        'c4000001-0000-7000-8000-000000000000', '2026-11-22 09:00:00+00');
insert into basket_lines (basket_id, edition_id, quantity, added_at, merged_quantity) values
    ('c4000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 10000, '2026-11-22 08:00:00+00', null),
    ('c4000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 3, '2026-11-22 08:00:00+00', 1);
