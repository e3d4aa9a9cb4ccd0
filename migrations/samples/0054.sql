-- The number of the place that an order, the version before it and a checkout go to.

update orders set uprn = '000100023456' where id = 'e0000008-0000-7000-8000-000000000000';
update order_revisions set uprn = '1' where order_id = 'e0000008-0000-7000-8000-000000000000' and revision = 1;
update checkouts set uprn = '100000000001' where basket_id = '20000001-0000-7000-8000-000000000000';
