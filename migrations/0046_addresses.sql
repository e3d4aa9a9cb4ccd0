-- The address book of an account. Orders keep addresses of their own, so nothing here changes where one goes.

create table account_addresses (
    id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    -- As orders hold it.
    address jsonb not null,
    -- What a look-up knows of it, and when it did: nothing where it knows no such address, or could not be asked.
    uprn text check (uprn ~ '^[0-9]{1,12}$'),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    verified_at timestamptz,
    is_default boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((latitude is null) = (longitude is null)),
    check (verified_at is not null or uprn is null and latitude is null)
);
create index account_addresses_by_account on account_addresses (account_id, created_at, id);
create unique index account_addresses_one_default on account_addresses (account_id) where is_default;

-- What was found for the postcode that somebody typed last, until one of it is chosen.
create table address_lookups (
    session_id uuid primary key references sessions on delete cascade,
    postcode text not null,
    -- Nothing where the look-up could not be asked.
    found jsonb,
    looked_up_at timestamptz not null
);
create index address_lookups_by_time on address_lookups (looked_up_at);
