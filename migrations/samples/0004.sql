-- Orders lost their hash of contents; this one never had one.

insert into orders (id, number, basket_id, idempotency_key, session_id, origin, company_key, full_name, email, email_norm,
    telephone, address, address_key, status, placed_at) values
    ('e0000007-0000-7000-8000-000000000000', 'HP-SAMPLE-7', '20000002-0000-7000-8000-000000000000', 'order-7', '10000002-0000-7000-8000-000000000000', 'guest', 'PUBLIC', 'Mary Anning', 'mary@example.com', 'mary@example.com',
        null, '{"lines": ["Fossil Depot"], "city": "Lyme Regis", "county": "Dorset", "postcode": "DT7 3AA"}', 'fossildepotlymeregisdt73aa',
        'placed', '2026-11-22 09:30:00+00');
insert into order_lines (id, order_id, position, edition_id, product_code, title, language, format, unit_of_issue, limit_level, limit_quantity, quantity_ordered) values
    ('f0000008-0000-7000-8000-000000000000', 'e0000007-0000-7000-8000-000000000000', 1, 'c0000007-0000-7000-8000-000000000000', 'MMR-1-AR', 'الحصبة: نشرة للوالدين', 'ar', 'standard', 1, 'everyone', 500, 1);
