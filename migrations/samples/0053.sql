-- What somebody with an account ordered as a guest before, and that they fetched what is held of them.

insert into orders (id, number, basket_id, idempotency_key, session_id, origin, company_key, full_name, email, email_norm, telephone, address, address_key,
        status, revision, placed_at, locale) values
    ('e0000053-0000-7000-8000-000000000000', 'HP-SAMPLE-53', '20000053-0000-7000-8000-000000000000', 'order-53', null, 'guest', 'PUBLIC', 'Annie Easley',
        'Annie@example.com', 'annie@example.com', null, '{"lines": ["1 Sample Street"], "city": "Leeds", "county": null, "postcode": "LS1 4AP"}',
        'leedsls14ap53', 'placed', 1, '2026-11-26 09:00:00+00', 'en');

insert into order_events (id, order_id, kind, actor, at) values
    ('70000053-0000-7000-8000-000000000000', 'e0000053-0000-7000-8000-000000000000', 'placed', 'guest', '2026-11-26 09:00:00+00');

insert into audit_entries (id, actor, action, subject, detail, at) values
    ('60000053-0000-7000-8000-000000000000', 'account:c1000051-0000-7000-8000-000000000000', 'account.export',
        'account:c1000051-0000-7000-8000-000000000000', '{}', '2026-11-26 09:00:00+00');
