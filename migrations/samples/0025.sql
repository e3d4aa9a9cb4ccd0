-- A publication that moved twice, to the longest slug at last.

update publications set slug = 'moved' where id = 'b0000003-0000-7000-8000-000000000000';
update publications set slug = rpad('moved-again-', 120, 'a') where id = 'b0000003-0000-7000-8000-000000000000';
