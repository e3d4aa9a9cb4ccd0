-- One publication that only some may have, and others that everybody may.

update publications set restricted_to = array['organisation:NH', 'audience:sailors', rpad('profession:', 200, 'x')]
where id = 'b0000001-0000-7000-8000-000000000000';
