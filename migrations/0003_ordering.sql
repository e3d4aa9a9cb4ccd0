-- Ordering: who asks, what they hold, what is promised, and what was placed.

create table sessions (
    id uuid primary key,
    -- SHA-256 of the token in the cookie; the token itself is never stored.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    -- The e-mail address whose code was entered in this session, normalised.
    confirmed_email text,
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index sessions_by_age on sessions (created_at);

-- What a form refused, until it is accepted or 30 minutes have passed.
create table kept_rejections (
    session_id uuid not null references sessions on delete cascade,
    form text not null,
    page text not null,
    answers jsonb not null,
    errors jsonb not null,
    kept_at timestamptz not null,
    primary key (session_id, form, page)
);

create table stock_levels (
    edition_id uuid not null references editions,
    warehouse text not null default 'MAIN',
    on_hand integer not null default 0,
    reserved integer not null default 0,
    primary key (edition_id, warehouse),
    check (0 <= reserved and reserved <= on_hand)
);

create table baskets (
    id uuid primary key,
    -- SHA-256 of the token in the cookie.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    created_at timestamptz not null,
    touched_at timestamptz not null
);
create index baskets_by_touch on baskets (touched_at);

create table basket_lines (
    basket_id uuid not null references baskets on delete cascade,
    edition_id uuid not null references editions,
    quantity integer not null check (quantity between 1 and 10000),
    added_at timestamptz not null,
    primary key (basket_id, edition_id)
);

-- Copies kept for a basket that is at "Check your answers".
create table stock_holds (
    basket_id uuid not null references baskets on delete cascade,
    edition_id uuid not null references editions,
    quantity integer not null check (quantity >= 1),
    expires_at timestamptz not null,
    primary key (basket_id, edition_id)
);
create index stock_holds_by_edition on stock_holds (edition_id, expires_at);

-- The answers of a checkout until the order is placed.
create table checkouts (
    basket_id uuid primary key references baskets on delete cascade,
    -- Whose answers these are: the basket's cookie outlives the session, on shared machines too.
    session_id uuid not null references sessions on delete cascade,
    -- Changes with every change of what would be ordered.
    idempotency_key text not null,
    address jsonb,
    contact jsonb,
    started_at timestamptz not null,
    touched_at timestamptz not null
);
create index checkouts_by_session on checkouts (session_id);

-- Six-digit codes that prove an e-mail address.
create table email_codes (
    session_id uuid not null references sessions on delete cascade,
    email_norm text not null,
    code_hash bytea not null,
    tries smallint not null default 0,
    expires_at timestamptz not null,
    primary key (session_id, email_norm)
);

-- How often something was asked for, within a window; refuses beyond a bound.
create table rate_counters (
    subject text not null,
    window_start timestamptz not null,
    used integer not null,
    primary key (subject, window_start)
);

create table order_limits (
    id uuid primary key,
    level text not null check (level in ('account', 'establishment', 'organisation', 'audience', 'everyone')),
    subject text not null default '',
    edition_id uuid references editions,
    quantity integer not null check (quantity >= 0),
    window_kind text not null default 'rolling' check (window_kind in ('rolling', 'per_order', 'lifetime')),
    window_hours integer not null default 24 check (window_hours between 1 and 8784),
    unique nulls not distinct (level, subject, edition_id)
);

-- One row for each orderer and slot, locked while an order is checked against its limit.
create table limit_locks (
    subject text not null,
    publication_id uuid not null,
    language text not null,
    format text not null,
    primary key (subject, publication_id, language, format)
);

create table orders (
    id uuid primary key,
    number text not null unique,
    basket_id uuid not null,
    idempotency_key text not null,
    -- SHA-256 of what was ordered and where to: the same key with other content is refused.
    content_hash bytea not null check (octet_length(content_hash) = 32),
    session_id uuid references sessions on delete set null,
    origin text not null check (origin in ('by_user', 'guest', 'on_behalf', 'standing', 'import')),
    company_key text not null,
    full_name text not null,
    email text not null,
    email_norm text not null,
    telephone text,
    address jsonb not null,
    address_key text not null,
    status text not null,
    revision integer not null default 1,
    placed_at timestamptz not null,
    unique (basket_id, idempotency_key)
);
create index orders_by_email on orders (email_norm, placed_at);
create index orders_by_session on orders (session_id);
create index orders_by_address on orders (address_key, placed_at);

create table order_lines (
    id uuid primary key,
    order_id uuid not null references orders,
    position integer not null,
    edition_id uuid not null references editions,
    product_code text not null,
    title text not null,
    language text not null,
    format text not null,
    unit_of_issue integer not null,
    limit_level text not null,
    limit_quantity integer not null,
    quantity_ordered integer not null check (quantity_ordered >= 1),
    quantity_reserved integer not null default 0 check (quantity_reserved >= 0),
    quantity_in_progress integer not null default 0 check (quantity_in_progress >= 0),
    quantity_shipped integer not null default 0 check (quantity_shipped >= 0),
    quantity_cancelled integer not null default 0 check (quantity_cancelled >= 0),
    unique (order_id, edition_id),
    check (quantity_in_progress <= quantity_reserved),
    check (quantity_reserved + quantity_shipped + quantity_cancelled <= quantity_ordered)
);
create index order_lines_by_edition on order_lines (edition_id);

create table order_events (
    id uuid primary key,
    order_id uuid not null references orders,
    kind text not null,
    actor text not null,
    at timestamptz not null
);
create index order_events_by_order on order_events (order_id, at);

-- Sessions that may read an order: the one that placed it, and those that proved its e-mail address.
create table order_readers (
    order_id uuid not null references orders,
    session_id uuid not null references sessions on delete cascade,
    primary key (order_id, session_id)
);
create index order_readers_by_session on order_readers (session_id);

-- The ledger. Rows are added, never changed.
create table stock_movements (
    id uuid primary key,
    edition_id uuid not null references editions,
    warehouse text not null default 'MAIN',
    kind text not null check (kind in ('received', 'reserved', 'released', 'shipped', 'adjusted', 'written_off')),
    quantity integer not null check (quantity <> 0),
    order_line_id uuid references order_lines,
    reason text check (char_length(reason) <= 200),
    actor text not null,
    source_key text not null unique,
    at timestamptz not null
);
create index stock_movements_by_edition on stock_movements (edition_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are added, never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger stock_movements_stay before update or delete on stock_movements
    for each row execute function refuse_change();
create trigger stock_movements_stay_whole before truncate on stock_movements
    for each statement execute function refuse_change();

create table audit_entries (
    id uuid primary key,
    actor text not null,
    action text not null,
    subject text not null,
    detail jsonb not null default '{}',
    at timestamptz not null
);
create trigger audit_entries_stay before update or delete on audit_entries
    for each row execute function refuse_change();
create trigger audit_entries_stay_whole before truncate on audit_entries
    for each statement execute function refuse_change();

-- Messages, written with the change they report.
create table outbox (
    id uuid primary key,
    kind text not null,
    recipient text not null,
    order_id uuid references orders,
    -- What the words need beyond the order; emptied once sent.
    detail jsonb not null default '{}',
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
    attempts smallint not null default 0,
    next_try_at timestamptz not null,
    sent_at timestamptz,
    last_error text,
    created_at timestamptz not null
);
create index outbox_due on outbox (next_try_at) where state in ('waiting', 'sending');
create index outbox_by_order on outbox (order_id);

-- What was used, without anybody's name.
create table usage_events (
    id uuid primary key,
    kind text not null,
    edition_id uuid references editions,
    quantity integer,
    at timestamptz not null
);
create index usage_events_by_time on usage_events (at);

-- Wakes the worker when this transaction commits. The job library's own schema is looked up when
-- the function runs, so that these migrations do not depend on it.
create function wake_worker(task text, payload jsonb, run_at timestamptz) returns void language plpgsql as $$
begin
    perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => task || ':' || payload::text);
end
$$;
