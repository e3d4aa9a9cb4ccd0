-- A book of two addresses, one of which a look-up knows, and what was found for a postcode, or not.

insert into account_addresses (id, account_id, address, uprn, latitude, longitude, verified_at, is_default, created_at, updated_at) values
    ('c5000001-0000-7000-8000-000000000000', 'c1000001-0000-7000-8000-000000000000',
        '{"lines": ["1 Some Street"], "city": "Leeds", "county": null, "postcode": "LS1 4AP"}', '000100023456', 53.7965, -1.5478,
        '2026-11-22 09:00:00+00', true, '2026-11-22 09:00:00+00', '2026-11-22 09:00:00+00'),
    ('c5000002-0000-7000-8000-000000000000', 'c1000001-0000-7000-8000-000000000000',
        '{"lines": ["Tŷ Gwyn", "Heol Hir"], "city": "Caerdydd", "county": "De Morgannwg", "postcode": "CF10 1AA", "country": "wales"}', null, null, null,
        null, false, '2001-01-01 00:00:00+00', '2026-11-22 09:00:00+00');

insert into address_lookups (session_id, postcode, found, looked_up_at) values
    ('c3000001-0000-7000-8000-000000000000', 'LS1 4AP',
        '[{"id": "c6000001-0000-7000-8000-000000000000", "address": {"lines": ["1 Some Street"], "city": "Leeds", "county": null, "postcode": "LS1 4AP"},
            "known": {"uprn": "000100023456", "place": {"latitude": 53.7965, "longitude": -1.5478}}}]', '2026-11-22 09:00:00+00'),
    ('c3000002-0000-7000-8000-000000000000', 'M1 1AE', null, '2026-11-22 09:00:00+00');
