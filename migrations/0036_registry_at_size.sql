-- What the registry looks for with every registration, every minute and every night, found by an index among a
-- million registrations.

-- Names as they are compared: without case, accents and signs.
create function name_key(name text) returns text language sql immutable strict parallel safe
    return regexp_replace(fold(name), '[^[:alnum:]]', '', 'g');

-- Many share a postal code, and few of them a name: who looks alike is found without reading the others.
drop index registrations_by_place;
create index registrations_by_place on registrations (postal_code, name_key(first_name || last_name));

-- Who left and is to be erased. Withdrawals stay when their registration is erased, so that looking among them takes
-- longer every year.
create index registrations_left on registrations (id) where state = 'withdrawn';
