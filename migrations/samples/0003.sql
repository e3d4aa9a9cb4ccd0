-- Baskets at every stage, an order in every status with the ledger behind it, and messages in every state.

insert into sessions (id, token_hash, confirmed_email, created_at, last_seen_at) values
    ('10000001-0000-7000-8000-000000000000', sha256('session 1'), 'ada@example.com', '2026-11-22 08:00:00+00', '2026-11-22 09:00:00+00'),
    ('10000002-0000-7000-8000-000000000000', sha256('session 2'), null, '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00');

insert into kept_rejections (session_id, form, page, answers, errors, kept_at) values
    ('10000001-0000-7000-8000-000000000000', 'delivery', '/checkout/delivery', '{"line1": [""], "postcode": ["SW1A 0AA", "again"], "city": ["القاهرة"]}',
        '[{"field": "line1", "problem": {"key": "missing"}}, {"field": "city", "problem": {"key": "too-long", "args": [["max", "30"]]}}]', '2026-11-22 08:59:00+00'),
    ('10000002-0000-7000-8000-000000000000', 'contact', '/checkout/contact', '{}', '[]', '2001-01-01 00:00:00+00');

insert into stock_levels (edition_id, warehouse, on_hand, reserved) values
    ('c0000001-0000-7000-8000-000000000000', 'MAIN', 984, 18),
    ('c0000001-0000-7000-8000-000000000000', 'NORTH', 50, 6),
    ('c0000005-0000-7000-8000-000000000000', 'MAIN', 0, 0),
    ('c0000006-0000-7000-8000-000000000000', 'MAIN', 2147483647, 0);

insert into baskets (id, token_hash, created_at, touched_at) values
    ('20000001-0000-7000-8000-000000000000', sha256('basket 1'), '2026-11-22 08:00:00+00', '2026-11-22 09:00:00+00'),
    ('20000002-0000-7000-8000-000000000000', sha256('basket 2'), '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00');
insert into basket_lines (basket_id, edition_id, quantity, added_at) values
    ('20000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 1, '2026-11-22 08:00:00+00'),
    ('20000001-0000-7000-8000-000000000000', 'c0000006-0000-7000-8000-000000000000', 10000, '2026-11-22 08:01:00+00'),
    ('20000002-0000-7000-8000-000000000000', 'c0000004-0000-7000-8000-000000000000', 3, '2001-01-01 00:00:00+00');
insert into stock_holds (basket_id, edition_id, quantity, expires_at) values
    ('20000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 1, '2999-12-31 00:00:00+00'),
    ('20000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 2147483647, '2001-01-01 00:15:00+00');
insert into checkouts (basket_id, session_id, idempotency_key, address, contact, started_at, touched_at) values
    ('20000001-0000-7000-8000-000000000000', '10000001-0000-7000-8000-000000000000', 'key-1', '{"lines": ["1 Some Street", "", ""], "city": "Leeds", "county": null, "postcode": "LS1 4AP"}',
        '{"full_name": "آدا لوفلايس", "email": "Ada@example.com", "telephone": "+44 113 496 0000"}', '2026-11-22 08:50:00+00', '2026-11-22 09:00:00+00'),
    ('20000002-0000-7000-8000-000000000000', '10000002-0000-7000-8000-000000000000', '', null, null, '2001-01-01 00:00:00+00', '2001-01-01 00:00:00+00');

insert into email_codes (session_id, email_norm, code_hash, tries, expires_at) values
    ('10000001-0000-7000-8000-000000000000', 'ada@example.com', sha256('123456'), 0, '2026-11-22 09:15:00+00'),
    ('10000002-0000-7000-8000-000000000000', 'old@example.com', '', 32767, '2001-01-01 00:15:00+00');
insert into rate_counters (subject, window_start, used) values
    ('track:session', '2026-11-22 09:00:00+00', 1),
    ('waiting:ada@example.com', '2001-01-01 00:00:00+00', 2147483647);

insert into order_limits (id, level, subject, edition_id, quantity, window_kind, window_hours) values
    ('30000001-0000-7000-8000-000000000000', 'everyone', '', null, 500, 'rolling', 24),
    ('30000002-0000-7000-8000-000000000000', 'everyone', '', 'c0000001-0000-7000-8000-000000000000', 0, 'per_order', 1),
    ('30000003-0000-7000-8000-000000000000', 'organisation', 'NH', null, 2147483647, 'lifetime', 8784),
    ('30000004-0000-7000-8000-000000000000', 'establishment', 'NH:GPS', 'c0000006-0000-7000-8000-000000000000', 5000, 'rolling', 8784),
    ('30000005-0000-7000-8000-000000000000', 'audience', 'sailors', null, 10, 'per_order', 24),
    ('30000006-0000-7000-8000-000000000000', 'account', 'ada@example.com', null, 1, 'rolling', 24);
insert into limit_locks (subject, publication_id, language, format) values
    (encode(sha256('email:ada@example.com'), 'hex'), 'b0000001-0000-7000-8000-000000000000', 'ug', 'standard'),
    ('', '00000000-0000-0000-0000-000000000000', '', '');

insert into orders (id, number, basket_id, idempotency_key, content_hash, session_id, origin, company_key, full_name, email, email_norm,
    telephone, address, address_key, status, revision, placed_at)
select ('e000000' || n || '-0000-7000-8000-000000000000')::uuid, 'HP-SAMPLE-' || n, '20000002-0000-7000-8000-000000000000', 'order-' || n, sha256(('order ' || n)::bytea),
    case when n < 4 then '10000001-0000-7000-8000-000000000000'::uuid end, origin, 'PUBLIC', name, email, lower(email), case when n <> 2 then '0113 496 000' || n end,
    jsonb_build_object('lines', array[repeat('x', 35), name, ''], 'city', 'Leeds', 'county', null, 'postcode', 'LS1 4AP'),
    'leedsls14ap' || n, status, revision, placed_at::timestamptz
from (values
    (1, 'guest', 'Ada Lovelace', 'Ada@example.com', 'placed', 1, '2026-11-22 09:00:00+00'),
    (2, 'by_user', 'محمد بن موسى', 'algebra@example.com', 'accepted', 2147483647, '2026-11-21 09:00:00+00'),
    (3, 'on_behalf', 'Ó Séaghdha', 'a.b+c@example.com', 'picking', 2, '2026-10-25 01:30:00+00'),
    (4, 'standing', 'X', rpad('a@', 242, 'b') || '.example.com', 'part_shipped', 1, '2999-12-31 23:59:59+00'),
    (5, 'import', rpad('Longest ', 100, 'n'), 'old@example.com', 'shipped', 1, '1999-12-31 23:59:59+00'),
    (6, 'guest', 'Grace Hopper', 'grace@example.com', 'cancelled', 1, '2026-11-20 09:00:00+00')
) o (n, origin, name, email, status, revision, placed_at);

insert into order_lines (id, order_id, position, edition_id, product_code, title, language, format, unit_of_issue, limit_level, limit_quantity,
    quantity_ordered, quantity_reserved, quantity_in_progress, quantity_shipped, quantity_cancelled) values
    ('f0000001-0000-7000-8000-000000000000', 'e0000001-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'يۈرەك ساغلاملىقى', 'ug', 'standard', 1, 'everyone', 500, 10, 10, 0, 0, 0),
    -- Waits for copies: some of one edition, all of another.
    ('f0000002-0000-7000-8000-000000000000', 'e0000002-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', rpad('Longest ', 255, 'x'), 'ug', 'standard', 1, 'everyone', 500, 10, 6, 0, 0, 0),
    ('f0000003-0000-7000-8000-000000000000', 'e0000002-0000-7000-8000-000000000000', 2, 'c0000005-0000-7000-8000-000000000000', 'ZZZ-2-HAW-LP', 'A', 'haw', 'large-print', 25, 'organisation', 2147483647, 10000, 0, 0, 0, 0),
    ('f0000004-0000-7000-8000-000000000000', 'e0000003-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'A', 'ug', 'standard', 1, 'account', 5, 5, 5, 5, 0, 0),
    ('f0000005-0000-7000-8000-000000000000', 'e0000004-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'A', 'ug', 'standard', 1, 'audience', 0, 8, 3, 1, 5, 0),
    ('f0000006-0000-7000-8000-000000000000', 'e0000005-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'A', 'ug', 'standard', 1, 'establishment', 7, 7, 0, 0, 7, 0),
    ('f0000007-0000-7000-8000-000000000000', 'e0000006-0000-7000-8000-000000000000', 1, 'c0000001-0000-7000-8000-000000000000', 'ZZZ-1-UG', 'A', 'ug', 'standard', 1, 'everyone', 500, 9, 0, 0, 0, 9);
insert into order_events (id, order_id, kind, actor, at)
select gen_random_uuid(), id, 'placed', 'guest', placed_at from orders
union all select gen_random_uuid(), id, status, 'system', placed_at + interval '1 day' from orders where status <> 'placed';
insert into order_readers (order_id, session_id) values ('e0000001-0000-7000-8000-000000000000', '10000001-0000-7000-8000-000000000000'), ('e0000002-0000-7000-8000-000000000000', '10000001-0000-7000-8000-000000000000'), ('e0000003-0000-7000-8000-000000000000', '10000002-0000-7000-8000-000000000000');

insert into stock_movements (id, edition_id, warehouse, kind, quantity, order_line_id, reason, actor, source_key, at) values
    ('40000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'received', 1000, null, null, 'system', 'receipt:1', '1999-12-01 00:00:00+00'),
    ('40000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'NORTH', 'received', 50, null, 'أول تسليم', 'system', 'receipt:2', '2026-11-01 00:00:00+00'),
    ('40000003-0000-7000-8000-000000000000', 'c0000006-0000-7000-8000-000000000000', 'MAIN', 'received', 2147483647, null, null, 'import', 'receipt:3', '2026-11-01 00:00:00+00'),
    ('40000004-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'adjusted', -3, null, rpad('Counted again. ', 200, 'x'), 'staff', 'count:1', '2026-11-02 00:00:00+00'),
    ('40000005-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'adjusted', 1, null, null, 'staff', 'count:2', '2026-11-03 00:00:00+00'),
    ('40000006-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'written_off', 2, null, 'Wet', 'staff', 'wet:1', '2026-11-04 00:00:00+00'),
    ('40000007-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'reserved', 10, 'f0000001-0000-7000-8000-000000000000', null, 'guest', 'reserve:f1:MAIN', '2026-11-22 09:00:00+00'),
    ('40000008-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'NORTH', 'reserved', 6, 'f0000002-0000-7000-8000-000000000000', null, 'guest', 'reserve:f2:NORTH', '2026-11-21 09:00:00+00'),
    ('40000009-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'reserved', 5, 'f0000004-0000-7000-8000-000000000000', null, 'guest', 'reserve:f4:MAIN', '2026-10-25 01:30:00+00'),
    ('50000000-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'reserved', 8, 'f0000005-0000-7000-8000-000000000000', null, 'guest', 'reserve:f5:MAIN', '2026-11-20 09:00:00+00'),
    ('50000001-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'reserved', 7, 'f0000006-0000-7000-8000-000000000000', null, 'guest', 'reserve:f6:MAIN', '1999-12-31 23:59:59+00'),
    ('50000002-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'reserved', 9, 'f0000007-0000-7000-8000-000000000000', null, 'guest', 'reserve:f7:MAIN', '2026-11-20 09:00:00+00'),
    ('50000003-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'shipped', 5, 'f0000005-0000-7000-8000-000000000000', null, 'system', 'ship:f5', '2026-11-21 09:00:00+00'),
    ('50000004-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'shipped', 7, 'f0000006-0000-7000-8000-000000000000', null, 'system', 'ship:f6', '2000-01-01 09:00:00+00'),
    ('50000005-0000-7000-8000-000000000000', 'c0000001-0000-7000-8000-000000000000', 'MAIN', 'released', 9, 'f0000007-0000-7000-8000-000000000000', null, 'guest', 'release:f7', '2026-11-21 09:00:00+00');

insert into audit_entries (id, actor, action, subject, detail, at) values
    ('60000001-0000-7000-8000-000000000000', 'guest', 'order.place', 'order:' || 'e0000001-0000-7000-8000-000000000000', '{}', '2026-11-22 09:00:00+00'),
    ('60000002-0000-7000-8000-000000000000', 'import', 'import.run', 'file:كتالوج.csv', '{"rows": 9223372036854775807, "warnings": [null]}', '1999-12-31 00:00:00+00');

insert into outbox (id, kind, recipient, order_id, detail, state, attempts, next_try_at, sent_at, last_error, created_at) values
    ('70000001-0000-7000-8000-000000000000', 'order_placed', 'ada@example.com', 'e0000001-0000-7000-8000-000000000000', '{}', 'waiting', 0, '2026-11-22 09:00:00+00', null, null, '2026-11-22 09:00:00+00'),
    ('70000002-0000-7000-8000-000000000000', 'email_code', 'ada@example.com', null, '{"code": "012345"}', 'sending', 1, '2026-11-22 09:01:00+00', null, 'timed out', '2026-11-22 09:00:00+00'),
    ('70000003-0000-7000-8000-000000000000', 'order_placed', 'algebra@example.com', 'e0000002-0000-7000-8000-000000000000', '{}', 'sent', 2, '2026-11-21 09:00:00+00', '2026-11-21 09:02:00+00', null, '2026-11-21 09:00:00+00'),
    ('70000004-0000-7000-8000-000000000000', 'order_placed', 'nobody@example.invalid', 'e0000005-0000-7000-8000-000000000000', '{}', 'failed', 32767, '2999-12-31 00:00:00+00', null, '550 لا يوجد', '1999-12-31 23:59:59+00');

insert into usage_events (id, kind, edition_id, quantity, at) values
    ('80000001-0000-7000-8000-000000000000', 'order_completion', 'c0000001-0000-7000-8000-000000000000', 10, '2026-11-22 09:00:00+00'),
    ('80000002-0000-7000-8000-000000000000', 'search', null, null, '2001-01-01 00:00:00+00');
