-- What the registry looks for, found by an index.

-- Who did not answer the yearly question, by how often they were reminded.
drop index registrations_asked;
create index registrations_asked on registrations (reminders, asked_at) where state = 'active' and asked_at is not null;

-- The second telephone number makes people look alike as the first does.
create index registrations_by_second_phone on registrations (secondary_phone_e164) where secondary_phone_e164 is not null;
