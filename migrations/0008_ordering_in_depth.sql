-- Ordering in depth: orders that are changed and cancelled, limits that are asked to be raised, people who
-- wait for stock, and orders of only what can be had.

-- An order as it was before a change.
create table order_revisions (
    order_id uuid not null references orders,
    revision integer not null check (revision >= 1),
    lines jsonb not null,
    address jsonb not null,
    replaced_at timestamptz not null,
    primary key (order_id, revision)
);

alter table order_lines
    -- Copies that an approved request allowed beyond the limit; they are not counted against it.
    add column quantity_granted integer not null default 0 check (quantity_granted >= 0);

alter table orders add column locale text not null default 'en';

-- Whether the order is of what can be had, the rest staying in the basket.
alter table checkouts add column accept_partial boolean not null default false;

-- Requests for more than the limit. An approved one allows so many copies more until it ends.
create table limit_requests (
    id uuid primary key,
    edition_id uuid not null references editions,
    full_name text not null check (char_length(full_name) <= 100),
    email text not null check (char_length(email) <= 254),
    email_norm text not null,
    quantity integer not null check (quantity between 1 and 10000),
    reason text not null check (char_length(reason) between 10 and 1000),
    needed_by date,
    status text not null default 'open' check (status in ('open', 'approved', 'part_approved', 'refused', 'withdrawn', 'expired')),
    granted integer not null default 0 check (granted between 0 and quantity),
    used integer not null default 0 check (used between 0 and granted),
    grant_expires_at timestamptz,
    decided_by text,
    decided_at timestamptz,
    note text check (char_length(note) <= 500),
    locale text not null,
    created_at timestamptz not null,
    check ((status in ('approved', 'part_approved')) = (granted > 0)),
    check (granted = 0 or grant_expires_at is not null)
);
create index limit_requests_granted on limit_requests (email_norm, edition_id, grant_expires_at) where granted > 0;
create index limit_requests_open on limit_requests (created_at) where status = 'open';
create unique index limit_requests_one_open on limit_requests (email_norm, edition_id) where status = 'open';

-- Who waits for what. Nothing is sent before the address was confirmed.
create table subscriptions (
    id uuid primary key,
    kind text not null check (kind in ('back_in_stock', 'new_version', 'new_language', 'search')),
    edition_id uuid not null references editions,
    email text not null check (char_length(email) <= 254),
    email_norm text not null,
    locale text not null,
    confirmed_at timestamptz,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    unique (kind, edition_id, email_norm)
);
create index subscriptions_waiting on subscriptions (edition_id) where confirmed_at is not null;
create index subscriptions_by_end on subscriptions (expires_at);

-- Lines that wait for stock, oldest first.
create index order_lines_waiting on order_lines (edition_id)
    where quantity_reserved + quantity_shipped + quantity_cancelled < quantity_ordered;

alter table editions
    -- Who decides on requests for more, and who owns the stock; never shown to the public.
    add column order_referral_email text check (char_length(order_referral_email) <= 254),
    add column stock_owner_email text check (char_length(stock_owner_email) <= 254);

-- Reserves copies for a line, the main warehouse first, as far as they are free; writes the movements and
-- the level. The levels have to be locked. Gives how many were reserved.
create function reserve_copies(line uuid, edition uuid, wanted integer, who text, key text, moment timestamptz) returns integer
    language plpgsql
as $$
declare
    level record;
    taken integer := 0;
    part integer;
begin
    for level in select warehouse, on_hand - reserved as free from stock_levels where edition_id = edition
        order by warehouse <> 'MAIN', warehouse loop
        part := least(level.free, wanted - taken);
        if part > 0 then
            insert into stock_movements (id, edition_id, warehouse, kind, quantity, order_line_id, actor, source_key, at)
            values (gen_random_uuid(), edition, level.warehouse, 'reserved', part, line, who, key || ':' || level.warehouse, moment);
            update stock_levels set reserved = reserved + part where edition_id = edition and warehouse = level.warehouse;
            taken := taken + part;
        end if;
    end loop;
    update order_lines set quantity_reserved = quantity_reserved + taken where id = line;
    return taken;
end
$$;

-- Frees reserved copies of a line from the warehouses they were taken from; the counterpart of the above.
create function release_copies(line uuid, edition uuid, wanted integer, who text, key text, moment timestamptz) returns integer
    language plpgsql
as $$
declare
    held record;
    freed integer := 0;
    part integer;
begin
    for held in select m.warehouse, sum(case m.kind when 'reserved' then m.quantity else -m.quantity end)::integer as copies
        from stock_movements m where m.order_line_id = line and m.kind in ('reserved', 'released', 'shipped')
        group by m.warehouse order by m.warehouse = 'MAIN', m.warehouse loop
        part := least(held.copies, wanted - freed);
        if part > 0 then
            insert into stock_movements (id, edition_id, warehouse, kind, quantity, order_line_id, actor, source_key, at)
            values (gen_random_uuid(), edition, held.warehouse, 'released', part, line, who, key || ':' || held.warehouse, moment);
            update stock_levels set reserved = reserved - part where edition_id = edition and warehouse = held.warehouse;
            freed := freed + part;
        end if;
    end loop;
    update order_lines set quantity_reserved = quantity_reserved - freed where id = line;
    return freed;
end
$$;
create index stock_movements_by_line on stock_movements (order_line_id) where order_line_id is not null;
