-- An order that was changed, requests in every status, everybody who waits, and who is asked about an edition.

update editions set order_referral_email = rpad('a@', 242, 'b') || '.example.com', stock_owner_email = 'stock@example.com' where id = 'c0000001-0000-7000-8000-000000000000';

insert into orders (id, number, basket_id, idempotency_key, session_id, origin, company_key, full_name, email, email_norm,
    address, address_key, status, revision, placed_at, locale) values
    ('e0000008-0000-7000-8000-000000000000', 'HP-SAMPLE-8', '20000002-0000-7000-8000-000000000000', 'order-8', null, 'guest', 'PUBLIC', 'Mary Seacole', 'seacole@example.com', 'seacole@example.com',
        '{"lines": ["1 Some Street"], "city": "London", "county": null, "postcode": "W1H 7EJ"}', '1somestreetlondonw1h7ej',
        'accepted', 3, '2026-11-22 10:00:00+00', 'ar');
insert into order_lines (id, order_id, position, edition_id, product_code, title, language, format, unit_of_issue, limit_level, limit_quantity,
    quantity_ordered, quantity_granted) values
    ('f0000009-0000-7000-8000-000000000000', 'e0000008-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'A', 'ug', 'standard', 1, 'everyone', 500, 1000, 500);
-- More than the main warehouse has free, and some of it given back.
select reserve_copies('f0000009-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 1000, 'guest', 'reserve:f9', '2026-11-22 10:00:00+00');
select release_copies('f0000009-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 50, 'guest', 'release:f9', '2026-11-22 10:05:00+00');
insert into order_revisions (order_id, revision, lines, address, replaced_at) values
    ('e0000008-0000-7000-8000-000000000000', 1, '[{"product_code": "ZZZ-1-UG", "ordered": 2147483647, "cancelled": 0}]', '{"lines": ["شارع"], "city": "London", "county": null, "postcode": "W1H 7EJ"}', '2026-11-22 10:01:00+00'),
    ('e0000008-0000-7000-8000-000000000000', 2, '[]', '{}', '2999-12-31 00:00:00+00');

insert into baskets (id, token_hash, created_at, touched_at) values ('20000003-0000-7000-8000-000000000000', sha256('basket 3'), '2026-11-22 10:00:00+00', '2026-11-22 10:00:00+00');
insert into checkouts (basket_id, session_id, idempotency_key, accept_partial, started_at, touched_at) values
    ('20000003-0000-7000-8000-000000000000', '10000001-0000-7000-8000-000000000000', 'key-3', true, '2026-11-22 10:00:00+00', '2026-11-22 10:00:00+00');

insert into limit_requests (id, edition_id, full_name, email, email_norm, quantity, reason, needed_by, status, granted, used, grant_expires_at,
    decided_by, decided_at, note, locale, created_at) values
    ('a0000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'Ada Lovelace', 'Ada@example.com', 'ada@example.com', 1, 'ten signs.', null, 'open', 0, 0, null, null, null, null, 'en', '2026-11-22 09:00:00+00'),
    ('a0000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'محمد بن موسى', 'algebra@example.com', 'algebra@example.com', 10000, rpad('أسباب ', 1000, 'ب'), '2999-12-31', 'approved', 10000, 10000,
        '2999-12-31 00:00:00+00', 'desk', '2026-11-22 10:00:00+00', rpad('Yes. ', 500, 'x'), 'ar', '2026-11-21 09:00:00+00'),
    ('a0000003-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'Mary Seacole', 'seacole@example.com', 'seacole@example.com', 600, 'For a hospital', '1999-12-31', 'part_approved', 500, 0,
        '1999-12-31 00:00:00+00', 'desk', '1999-12-01 00:00:00+00', null, 'en', '1999-11-30 00:00:00+00'),
    ('a0000004-0000-7000-8000-000000000000', 'c0000006-0000-7000-8000-000000000000', rpad('Longest ', 100, 'n'), 'old@example.com', 'old@example.com', 5, 'For a school', null, 'refused', 0, 0, null, 'desk', '2026-11-22 10:00:00+00', 'No.', 'cy', '2026-11-21 09:00:00+00'),
    ('a0000005-0000-7000-8000-000000000000', 'c0000006-0000-7000-8000-000000000000', 'X', 'x@example.com', 'x@example.com', 5, 'For a school', null, 'withdrawn', 0, 0, null, null, null, null, 'fr', '2026-11-21 09:00:00+00'),
    ('a0000006-0000-7000-8000-000000000000', 'c0000006-0000-7000-8000-000000000000', 'X', 'x@example.com', 'x@example.com', 5, 'For a school', null, 'expired', 0, 0, null, null, null, null, 'fr', '2026-01-01 09:00:00+00');

insert into subscriptions (id, kind, edition_id, email, email_norm, locale, confirmed_at, expires_at, created_at) values
    ('b0000001-0000-7000-8000-000000000000', 'back_in_stock', 'c0000005-0000-7000-8000-000000000000', 'Ada@example.com', 'ada@example.com', 'en', '2026-11-22 09:00:00+00', '2999-12-31 00:00:00+00', '2026-11-22 08:00:00+00'),
    ('b0000002-0000-7000-8000-000000000000', 'back_in_stock', 'c0000005-0000-7000-8000-000000000000', 'algebra@example.com', 'algebra@example.com', 'ar', null, '2001-01-02 00:00:00+00', '2001-01-01 00:00:00+00'),
    ('b0000003-0000-7000-8000-000000000000', 'new_version', 'c0000003-0000-7000-8000-000000000000', rpad('a@', 242, 'b') || '.example.com', rpad('a@', 242, 'b') || '.example.com', 'cy', '2026-11-22 09:00:00+00', '2027-11-22 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('b0000004-0000-7000-8000-000000000000', 'new_language', 'c0000006-0000-7000-8000-000000000000', 'ada@example.com', 'ada@example.com', 'fr', null, '2026-11-23 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('b0000005-0000-7000-8000-000000000000', 'search', 'c0000006-0000-7000-8000-000000000000', 'ada@example.com', 'ada@example.com', 'en', null, '2026-11-23 09:00:00+00', '2026-11-22 09:00:00+00');
