-- What is one's own in an account: lists, another address, and that it is closed.

-- As long as it takes: what people wrote is found by their address from now on.
set local statement_timeout = 0;

-- Of one that is closed nothing is left but its id, its times and its orders.
alter table accounts drop constraint accounts_state_check;
alter table accounts add constraint accounts_state_check check (state in ('invited', 'active', 'suspended', 'closed'));

-- Another address, until whoever reads mail there says so: the one that was asked for last.
create table account_email_changes (
    account_id uuid primary key references accounts on delete cascade,
    id uuid not null,
    -- SHA-256 of the token in the link.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    email text not null check (char_length(email) <= 254),
    expires_at timestamptz not null,
    -- When it was confirmed: a button that is pressed twice leads to the same page.
    used_at timestamptz
);
create index account_email_changes_by_end on account_email_changes (expires_at);

-- Lists that people save.
create table saved_lists (
    id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    name text not null check (char_length(name) between 1 and 100),
    -- How often it got a link; each time another one.
    share_number integer not null default 0,
    -- SHA-256 of the token in its link; nothing where it has none.
    share_hash bytea unique check (octet_length(share_hash) = 32),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index saved_lists_by_account on saved_lists (account_id, created_at);
create table saved_list_lines (
    list_id uuid not null references saved_lists on delete cascade,
    edition_id uuid not null references editions,
    quantity integer not null check (quantity between 1 and 10000),
    added_at timestamptz not null,
    primary key (list_id, edition_id)
);

-- What was put into a basket at once, by the key of its page, for a day: what is pressed twice is done once.
create table basket_refills (
    basket_id uuid not null references baskets on delete cascade,
    refill_key text not null,
    at timestamptz not null,
    primary key (basket_id, refill_key)
);
create index basket_refills_by_time on basket_refills (at);

-- An order of an account that was closed keeps what is personal until it ends, and until this moment at most.
alter table orders add column erase_after timestamptz;
create index orders_to_erase on orders (erase_after) where erase_after is not null;

create index limit_requests_by_address on limit_requests (email_norm);
create index subscriptions_by_address on subscriptions (email_norm);
create index support_messages_by_address on support_messages (lower(contact_email));
