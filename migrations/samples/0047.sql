-- Lists with and without a link, another address that was confirmed and one that was not, and an order of somebody whose account is closed.

insert into accounts (id, email, email_norm, full_name, organisation, establishment, password_hash, state, email_confirmed_at, created_at, updated_at,
        row_version, last_signed_in_at) values
    ('c1000003-0000-7000-8000-000000000000', '', 'closed:c1000003-0000-7000-8000-000000000000', '', null, null, null, 'closed',
        '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00', '2026-11-22 09:00:00+00', 2, '2026-11-22 09:00:00+00');

insert into account_email_changes (account_id, id, token_hash, email, expires_at, used_at) values
    ('c1000001-0000-7000-8000-000000000000', 'c5000001-0000-7000-8000-000000000000', sha256('address 1'), 'Ada@Example.org', '2026-11-22 09:15:00+00', null),
    ('c1000002-0000-7000-8000-000000000000', 'c5000002-0000-7000-8000-000000000000', sha256('address 2'), 'grace@example.org', '2001-01-01 00:15:00+00', '2001-01-01 00:10:00+00');

insert into saved_lists (id, account_id, name, share_number, share_hash, created_at, updated_at) values
    ('c6000001-0000-7000-8000-000000000000', 'c1000001-0000-7000-8000-000000000000', 'الشتاء', 2, sha256('list 1'), '2026-11-01 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('c6000002-0000-7000-8000-000000000000', 'c1000001-0000-7000-8000-000000000000', rpad('Winter ', 100, 'x'), 0, null, '2026-11-01 09:00:00+00', '2026-11-01 09:00:00+00');
insert into saved_list_lines (list_id, edition_id, quantity, added_at) values
    ('c6000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 10000, '2026-11-01 09:00:00+00');

insert into basket_refills (basket_id, refill_key, at) values
    ('c4000001-0000-7000-8000-000000000000', '0123456789abcdef', '2026-11-22 09:00:00+00');

update orders set erase_after = '2027-02-20 09:00:00+00' where id = 'e0000001-0000-7000-8000-000000000000';
