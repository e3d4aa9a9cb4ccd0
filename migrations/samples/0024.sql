-- A checkout that was shown what it would order.

update checkouts set shown = array['c0000001-0000-7000-8000-000000000000', 'c0000005-0000-7000-8000-000000000000']::uuid[]
where basket_id = '20000003-0000-7000-8000-000000000000';
