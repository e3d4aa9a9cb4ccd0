-- The audit trail can be proved: every entry is sealed into the chain of its stream (docs/adr/0017). Who writes an
-- entry waits for nobody: it is written down as waiting in the same transaction, and sealed a moment after that.

-- As long as it takes: entries that stood before are written down as waiting, and sealed by the first round.
set local statement_timeout = 0;

-- In which chain an entry stands, by what was done. The one place that says so; what was sealed stays where it is.
create function audit_stream(action text) returns text language sql immutable strict parallel safe
    return case
        when split_part(action, '.', 1) = 'order' then 'orders'
        when split_part(action, '.', 1) in ('registrant', 'registration') then 'registry'
        when split_part(action, '.', 1) in ('account', 'staff') then 'accounts'
        else 'service' end;

-- SHA-256 of texts, each behind its length in bytes, so that no two lists of texts are written alike.
create function audit_digest(variadic parts text[]) returns bytea language sql stable strict parallel safe
    return (select sha256(convert_to(coalesce(string_agg(
            octet_length(convert_to(part, 'UTF8')) || ':' || part || ',', '' order by place), ''), 'UTF8'))
        from unnest(parts) with ordinality as listed (part, place));

-- What an entry says, as one value: whole microseconds stand for its moment, whatever the zone of the connection.
create function audit_mark(id uuid, actor text, action text, subject text, detail jsonb, moment timestamptz)
    returns bytea language sql stable strict parallel safe
    return audit_digest(id::text, actor, action, subject, detail::text,
        trunc(extract(epoch from moment) * 1000000)::text);

-- Entries that no chain holds yet, with what they said when they were written. An entry may be gone that stands
-- here: no foreign key keeps it, as a check has to be able to say so.
create table audit_waiting (
    entry_id uuid primary key,
    mark bytea not null
);
create trigger audit_waiting_stay before update on audit_waiting
    for each row execute function refuse_change();
create trigger audit_waiting_stay_whole before truncate on audit_waiting
    for each statement execute function refuse_change();

-- The chains: each seal is made of the one before it and of its entry.
create table audit_seals (
    stream text not null,
    sequence bigint not null check (sequence > 0),
    entry_id uuid not null unique,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (stream, sequence)
);
create trigger audit_seals_stay before update or delete on audit_seals
    for each row execute function refuse_change();
create trigger audit_seals_stay_whole before truncate on audit_seals
    for each statement execute function refuse_change();

-- Where each chain ends.
create table audit_heads (
    stream text primary key,
    sequence bigint not null check (sequence > 0),
    hash bytea not null
);
create trigger audit_heads_stay before delete on audit_heads
    for each row execute function refuse_change();
create trigger audit_heads_stay_whole before truncate on audit_heads
    for each statement execute function refuse_change();

-- Whoever may add an entry needs no right to anything else of the trail.
create function audit_waits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into audit_waiting (entry_id, mark)
    select id, audit_mark(id, actor, action, subject, detail, at) from added;
    return null;
end
$$;
create trigger audit_entries_wait after insert on audit_entries referencing new table as added
    for each statement execute function audit_waits();

-- Seals at most so many entries that wait, and says how many. One seals at a time. An entry that is gone, or says
-- something else than when it was written, is passed over, and stays here for a check to find.
create function seal_audit(most bigint) returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
    batch record;
    waiting record;
    number bigint;
    tip bytea;
    seal bytea;
    sealed bigint := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit', 0));
    for batch in
        select w.stream, array_agg(w.entry_id order by w.entry_id) as entries, array_agg(w.mark order by w.entry_id) as marks
        from (
            select waits.entry_id, waits.mark, e.stream
            from audit_waiting waits
            cross join lateral (
                select audit_stream(a.action) as stream,
                    audit_mark(a.id, a.actor, a.action, a.subject, a.detail, a.at) as mark
                from audit_entries a where a.id = waits.entry_id offset 0) e
            where e.mark = waits.mark
            order by waits.entry_id limit most) w
        group by w.stream order by w.stream
    loop
        number := null;
        tip := null;
        select h.sequence, h.hash into number, tip from audit_heads h where h.stream = batch.stream;
        number := coalesce(number, 0);
        tip := coalesce(tip, decode(repeat('00', 32), 'hex'));
        for waiting in select u.entry_id, u.mark from unnest(batch.entries, batch.marks) as u (entry_id, mark) loop
            number := number + 1;
            seal := audit_digest(batch.stream, number::text, encode(tip, 'hex'), encode(waiting.mark, 'hex'));
            insert into audit_seals (stream, sequence, entry_id, previous_hash, hash)
            values (batch.stream, number, waiting.entry_id, tip, seal);
            tip := seal;
            sealed := sealed + 1;
        end loop;
        insert into audit_heads as h (stream, sequence, hash) values (batch.stream, number, tip)
        on conflict (stream) do update set sequence = excluded.sequence, hash = excluded.hash;
        delete from audit_waiting where entry_id = any (batch.entries);
    end loop;
    return sealed;
end
$$;

insert into audit_waiting (entry_id, mark)
select id, audit_mark(id, actor, action, subject, detail, at) from audit_entries;
