-- What the checker has to know beyond the tables: in which order changes were committed, which limits they
-- could see, and what each order left behind at its commit. Only databases of these tests have it.

-- The ledger in the order it was written. Whoever reserves or frees copies has locked their level, so that this
-- is the order of commits; a receipt may stand earlier than its commit, which only ever allows more.
alter table stock_movements add column recorded bigserial;
create index on audit_entries (subject);

-- Limits as they were set. One edition has one row in order_limits, locked until the change commits.
create table recorded_limits (
    seq bigserial primary key,
    changed_by xid8 not null default pg_current_xact_id(),
    edition_id uuid not null,
    quantity integer not null
);
create index on recorded_limits (edition_id, seq);
create function record_limit() returns trigger language plpgsql as $$
begin
    insert into recorded_limits (edition_id, quantity) values (new.edition_id, new.quantity);
    return null;
end
$$;
create trigger record_limit after insert or update on order_limits for each row execute function record_limit();

-- Limits are read after their locks are taken: what a transaction sees before that, it may see.
create function record_since() returns trigger language plpgsql as $$
begin
    perform set_config('history.since', pg_current_snapshot()::text, true);
    return null;
end
$$;
create trigger record_since before insert on limit_locks for each statement execute function record_since();

-- Lines of orders whenever their copies or their address change. Each edition of these tests is alone in its
-- slot. Within a slot, what adds copies to an orderer has the orderer's lock, so that this too is the order
-- of commits.
create table recorded_lines (
    seq bigserial primary key,
    what text not null,
    order_id uuid not null,
    line_id uuid not null,
    edition_id uuid not null,
    product_code text not null,
    email text not null,
    address text not null,
    placed_at timestamptz not null,
    -- When it changed, by the clock of the service.
    at timestamptz not null,
    copies integer not null,
    -- The highest limit that the change could have seen.
    allowed integer not null
);
create index on recorded_lines (edition_id, placed_at);
create index on recorded_lines (line_id, seq);

create function record_line(what text, line order_lines) returns void language plpgsql as $$
declare
    since pg_snapshot := coalesce(nullif(current_setting('history.since', true), '')::pg_snapshot, pg_current_snapshot());
begin
    insert into recorded_lines (what, order_id, line_id, edition_id, product_code, email, address, placed_at, at, copies, allowed)
    select what, o.id, line.id, line.edition_id, line.product_code, lower(o.email), o.address_key, o.placed_at,
        coalesce((select max(r.replaced_at) from order_revisions r where r.order_id = o.id), o.placed_at),
        line.quantity_ordered - line.quantity_cancelled,
        coalesce((select max(l.quantity) from recorded_limits l where l.edition_id = line.edition_id
            and (not pg_visible_in_snapshot(l.changed_by, since) or l.seq = (
                select max(b.seq) from recorded_limits b
                where b.edition_id = line.edition_id and pg_visible_in_snapshot(b.changed_by, since)))), 0)
    from orders o where o.id = line.order_id;
end
$$;
create function record_change() returns trigger language plpgsql as $$
begin
    -- A line that comes once its order has a revision was added to it.
    perform record_line(case when tg_op <> 'INSERT' then 'changed'
        when exists (select from order_revisions r where r.order_id = new.order_id) then 'added' else 'placed' end, new);
    return null;
end
$$;
create trigger record_change after insert or update of quantity_ordered, quantity_cancelled on order_lines
    for each row execute function record_change();
create function record_redirect() returns trigger language plpgsql as $$
declare
    line order_lines;
begin
    for line in select l.* from order_lines l where l.order_id = new.id loop
        perform record_line('redirected', line);
    end loop;
    return null;
end
$$;
create trigger record_redirect after update of address_key on orders
    for each row when (old.address_key is distinct from new.address_key) execute function record_redirect();

-- What an order's own transaction leaves, seen from its very end.
create table recorded_commits (
    order_id uuid primary key,
    number text not null,
    lines bigint not null,
    messages bigint not null,
    events bigint not null,
    audits bigint not null,
    readers bigint not null,
    still_in_basket bigint not null,
    still_held bigint not null,
    checkouts bigint not null
);
create function record_commit() returns trigger language plpgsql as $$
begin
    insert into recorded_commits
    select new.id, new.number,
        (select count(*) from order_lines l where l.order_id = new.id),
        (select count(*) from outbox m where m.order_id = new.id and m.kind = 'order_placed'),
        (select count(*) from order_events e where e.order_id = new.id and e.kind = 'placed'),
        (select count(*) from audit_entries a where a.subject = 'order:' || new.id and a.action = 'order.place'),
        (select count(*) from order_readers r where r.order_id = new.id),
        (select count(*) from basket_lines b join order_lines l on l.edition_id = b.edition_id
            where b.basket_id = new.basket_id and l.order_id = new.id),
        (select count(*) from stock_holds h where h.basket_id = new.basket_id),
        (select count(*) from checkouts c where c.basket_id = new.basket_id);
    return null;
end
$$;
create constraint trigger record_commit after insert on orders deferrable initially deferred
    for each row execute function record_commit();
