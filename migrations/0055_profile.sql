-- What else an account says of its owner: how to ring them, and the audience they belong to, for which limits are written.

alter table accounts
    -- As the contact of an order holds it.
    add column telephone text check (char_length(telephone) <= 40),
    add column audience text references audiences;
create index accounts_by_audience on accounts (audience) where audience is not null;
