-- Somebody who says both, and somebody who says the longest number and no audience.

update accounts set telephone = '+44 (0)1632 960 001', audience = 'sailors' where id = 'c1000001-0000-7000-8000-000000000000';
update accounts set telephone = rpad('01632 960 001 x#', 40, '-') where id = 'c1000002-0000-7000-8000-000000000000';
