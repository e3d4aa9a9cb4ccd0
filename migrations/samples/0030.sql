-- Colleges with and without a pattern, a map, a place on the ground, and what is not offered any more.

insert into regulators (id, name, position, number_pattern, number_example, connector, active) values
    ('Nurses', 'College of Nurses and Midwives', 1, '[0-9]{6,8}', '123456', 'none', true),
    ('Physicians', rpad('Collège ', 200, 'é'), 2147483647, null, null, 'file', true),
    ('Gone', 'X', 0, null, null, 'api', false);
update regions set map_url = 'https://maps.example/' || rpad('x', 479, 'x'), map_kind = 'PDF', map_bytes = 9223372036854775807
    where position = 1;
update local_health_areas set latitude = 90, longitude = -180, related_ids = array[id::text, ''] where position = 1;
update local_health_areas set active = false where id = (select max(id) from local_health_areas);
