-- What the registry looks for every night and every minute, found by an index among a million registrations.

-- Who left and is to be erased. Withdrawals stay when their registration is erased, so that looking among them takes
-- longer every year.
create index registrations_left on registrations (id) where state = 'withdrawn';
