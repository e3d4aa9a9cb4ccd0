-- Accounts of people who order.

create table accounts (
    id uuid primary key,
    -- As its owner typed it, and as equal addresses are found.
    email text not null check (char_length(email) <= 254),
    email_norm text not null unique,
    full_name text not null check (char_length(full_name) <= 100),
    -- Where they work; the organisation follows from it.
    organisation text,
    establishment text,
    -- Argon2id, with its settings and its salt; nothing where there is no password.
    password_hash text,
    state text not null default 'active' check (state in ('active', 'suspended')),
    email_confirmed_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    row_version integer not null default 1,
    last_signed_in_at timestamptz not null,
    foreign key (organisation, establishment) references establishments,
    check ((organisation is null) = (establishment is null))
);
create index accounts_by_establishment on accounts (organisation, establishment);

-- Links of messages that confirm an address or sign in; each works once. 'nothing' is what is written for an address
-- that has no account, so that whoever asks waits as long.
create table account_links (
    id uuid primary key,
    -- SHA-256 of the token in the link.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    purpose text not null check (purpose in ('confirm', 'sign_in', 'reset', 'nothing')),
    account_id uuid references accounts on delete cascade,
    -- What somebody said who signs up.
    email text check (char_length(email) <= 254),
    full_name text check (char_length(full_name) <= 100),
    expires_at timestamptz not null,
    check (purpose <> 'confirm' or email is not null and full_name is not null),
    check (purpose not in ('sign_in', 'reset') or account_id is not null)
);
create index account_links_by_account on account_links (account_id);
create index account_links_by_end on account_links (expires_at);

-- Who is signed in, since when, how they proved it and where.
alter table sessions
    add column account_id uuid references accounts on delete cascade,
    add column signed_in_at timestamptz,
    -- When a link of a message was opened for it; nothing where a password signed in.
    add column proved_at timestamptz,
    add column browser text,
    add column system text,
    add constraint sessions_signed_in_whole check (
        (account_id is null) = (signed_in_at is null) and (account_id is null) = (browser is null) and (account_id is null) = (system is null)
        and (account_id is not null or proved_at is null));
create index sessions_by_account on sessions (account_id) where account_id is not null;
create index sessions_by_sign_in on sessions (signed_in_at) where account_id is not null;

-- Orders of an account are read wherever its owner is signed in.
alter table orders add column account_id uuid references accounts on delete set null;
create index orders_by_account on orders (account_id, placed_at, id) where account_id is not null;

-- The basket of an account has no cookie. That of a guest who signed in went into it, and can be taken out again.
alter table baskets
    alter column token_hash drop not null,
    add column account_id uuid unique references accounts on delete cascade,
    add column merged_into uuid references baskets on delete set null,
    add column merged_at timestamptz,
    add constraint baskets_of_somebody check ((token_hash is null) = (account_id is not null)),
    add constraint baskets_merged_whole check (merged_into is null or merged_at is not null and account_id is null);
create index baskets_by_merge on baskets (merged_into, merged_at) where merged_into is not null;

-- Of a line of a basket that was merged: copies that came into the other one with it.
alter table basket_lines add column merged_quantity integer check (merged_quantity >= 1);
