-- The program works in a role that owns nothing (docs/adr/0019). Roles are of the whole server: other databases may have
-- made this one, or make it at this moment.

do $$
begin
    if not exists (select from pg_roles where rolname = 'healthpost_app') then
        create role healthpost_app nologin nosuperuser nobypassrls;
    end if;
exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then
        raise notice 'an administrator has to make the role healthpost_app; healthpost doctor says how';
end
$$;

-- Whoever migrates may take it on. From version 16 on, who made a role may give it away and not take it.
do $$
declare
    taking constant text := case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end;
begin
    if exists (select from pg_roles where rolname = 'healthpost_app' and not pg_has_role(current_user, oid, taking)) then
        execute format('grant healthpost_app to %I', current_user);
    end if;
exception
    when unique_violation then null;
    when insufficient_privilege then
        raise notice 'an administrator has to grant the role healthpost_app; healthpost doctor says how';
end
$$;

-- Nobody makes anything here but who owns it.
revoke create on schema public from public;

-- The trail is sealed by its owner, whoever calls it.
alter function seal_audit(bigint) security definer;

-- Gives the role its rights, as far as it lacks them, and takes what it should not have. Called after every migration,
-- and after those of the job library. What `refuse_change` refuses to everybody is not granted either.
create function let_program_in() returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    -- What may be read only, and what may be added to besides.
    only_read constant regclass[] := array[to_regclass('public._sqlx_migrations'), to_regclass('public.audit_seals'),
        to_regclass('public.audit_heads'), to_regclass('public.audit_waiting'), to_regclass('graphile_worker.migrations')];
    only_added constant regclass[] := array[to_regclass('public.order_events')];
    one record;
    verb text;
    may boolean;
    has boolean;
begin
    if to_regrole('healthpost_app') is null then
        return;
    end if;
    -- Programs that start together do this one after the other.
    perform pg_advisory_xact_lock(hashtextextended('let_program_in', 0));
    for one in select oid, nspname from pg_namespace where nspname in ('public', 'graphile_worker') loop
        if not has_schema_privilege('healthpost_app', one.oid, 'usage') then
            execute format('grant usage on schema %I to healthpost_app', one.nspname);
        end if;
    end loop;
    for one in
        select c.oid, c.oid::regclass as name, c.relkind, c.relrowsecurity, n.nspname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'S') order by c.oid
    loop
        if one.relkind = 'S' then
            if not has_sequence_privilege('healthpost_app', one.oid, 'usage')
                or not has_sequence_privilege('healthpost_app', one.oid, 'select') then
                execute format('grant usage, select on sequence %s to healthpost_app', one.name);
            end if;
            continue;
        end if;
        foreach verb in array array['select', 'insert', 'update', 'delete'] loop
            may := verb = 'select' or not coalesce(one.name = any (only_read), false)
                and (verb = 'insert' or not coalesce(one.name = any (only_added), false))
                and not exists (select from pg_trigger t where t.tgrelid = one.oid
                    and t.tgfoid = to_regproc('public.refuse_change')
                    and (t.tgtype::integer & (case verb when 'insert' then 4 when 'delete' then 8 else 16 end)) <> 0);
            has := has_table_privilege('healthpost_app', one.oid, verb);
            if may and not has then
                execute format('grant %s on %s to healthpost_app', verb, one.name);
            elsif has and not may then
                execute format('revoke %s on %s from healthpost_app', verb, one.name);
            end if;
        end loop;
        -- The job library lets nobody but the owner at its rows.
        if one.nspname = 'graphile_worker' and one.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = one.oid and p.polname = 'healthpost_app') then
            execute format('create policy healthpost_app on %s to healthpost_app using (true) with check (true)', one.name);
        end if;
    end loop;
    for one in
        select p.oid, p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = to_regnamespace('public') and p.prosecdef and p.prorettype <> to_regtype('trigger')
            and not has_function_privilege('healthpost_app', p.oid, 'execute')
    loop
        execute format('grant execute on function %s to healthpost_app', one.name);
    end loop;
    -- What comes later may be used at once.
    if not exists (select from pg_default_acl d where d.defaclrole = to_regrole(quote_ident(current_user))
            and d.defaclnamespace = to_regnamespace('public')) then
        alter default privileges in schema public grant select, insert, update, delete on tables to healthpost_app;
        alter default privileges in schema public grant usage, select on sequences to healthpost_app;
    end if;
end
$$;

-- What a connection is used for stands in `healthpost.scope`: a permission, or `job`; whose rows it touches, in
-- `healthpost.subject`. Tables that hold what is personal show their rows to the purposes that are named here, and to some
-- only those of the subject. Where nothing was said, nothing is there. Each variable is asked once for each statement.
do $$
declare
    subject constant text := '(select nullif(current_setting(''healthpost.subject'', true), '''')::uuid)';
    of_registrant constant text :=
        'registration_id in (select r.id from public.registrations r where r.registrant_id = ' || subject || ')';
    of_account constant text := 'order_id in (select o.id from public.orders o where o.account_id = ' || subject || ')';
    drafts constant text[] := array['register', 'open a link about a registration', 'manage a registration', 'job'];
    people constant text[] := array['register', 'open a link about a registration', 'enter a registration', 'withdraw', 'job'];
    answers constant text[] := array['register', 'open a link about a registration', 'enter a registration', 'job'];
    written constant text[] := array['register', 'open a link about a registration', 'job'];
    changed constant text[] := array['open a link about a registration', 'job'];
    left_by constant text[] := array['open a link about a registration', 'withdraw', 'job'];
    placed constant text[] := array['place an order', 'manage an order', 'job'];
    findable constant text[] := array['place an order', 'manage an order', 'find an order', 'job'];
    owner constant text[] := array['manage a registration'];
    member constant text[] := array['manage an account'];
    one record;
begin
    for one in
        select * from (values
            ('registration_drafts', drafts, null, null),
            ('draft_answers', drafts, null, null),
            ('draft_conflicts', drafts, null, null),
            ('draft_conflict_answers', drafts, null, null),
            ('registrants', people, owner, 'id = ' || subject),
            ('registrations', people, owner, 'registrant_id = ' || subject),
            ('registration_specialties', answers, owner, of_registrant),
            ('registration_subspecialties', answers, owner, of_registrant),
            ('registration_employers', answers, owner, of_registrant),
            ('registration_locations', answers, owner, of_registrant),
            ('registration_placements', answers, owner, of_registrant),
            ('registration_deployment_types', answers, owner, of_registrant),
            ('registration_cultural_experience', answers, owner, of_registrant),
            ('registration_scopes', written, owner, of_registrant),
            ('registration_changes', written, owner, of_registrant),
            ('consents', written, owner, 'registrant_id = ' || subject),
            ('duplicate_candidates', written, owner,
                of_registrant || ' or ' || replace(of_registrant, 'registration_id', 'other_id')),
            ('deployment_reports', changed, owner, of_registrant),
            ('email_changes', changed, owner, 'registrant_id = ' || subject),
            ('withdrawals', left_by, owner, of_registrant),
            ('registration_updates', left_by, owner, of_registrant),
            ('registration_update_answers', array['job'], owner, of_registrant),
            ('confirmation_aliases', array['job'], owner, of_registrant),
            ('cultural_experience_reads', array['job'], owner, of_registrant),
            -- Who is signed in is asked before it is known.
            ('registrant_sessions', array['open a link about a registration', 'enter a registration', 'manage a registration',
                'withdraw', 'job'], null, null),
            ('orders', findable, member, 'account_id = ' || subject),
            ('order_readers', findable, member, of_account),
            ('order_lines', placed, member, of_account),
            ('order_events', placed, member, of_account),
            ('order_revisions', array['manage an order', 'job'], member, of_account),
            ('account_addresses', array['job'], array['manage an account', 'check out'], 'account_id = ' || subject),
            ('checkouts', array['keep a basket', 'check out', 'place an order', 'manage an order', 'enter an account',
                'open a link about an account', 'open a shared list', 'manage an account', 'enter as staff', 'open an invitation', 'job'], null, null)
        ) as tables (name, purposes, own_purposes, own)
    loop
        execute format('alter table public.%I enable row level security, force row level security', one.name);
        execute format('create policy of_purpose on public.%I using '
            '((select current_setting(''healthpost.scope'', true)) = any (%L::text[]))', one.name, one.purposes);
        if one.own is not null then
            execute format('create policy of_subject on public.%I using '
                '((select current_setting(''healthpost.scope'', true)) = any (%L::text[]) and (%s))',
                one.name, one.own_purposes, one.own);
        end if;
    end loop;
end
$$;

-- Where somebody's purpose needs what is other people's, a function of the owner answers, and gives out a figure, an id, or
-- what its caller can name whole. For as long as it runs the purpose is a job's: policies hold for owners as well.

-- Copies of one slot that an e-mail address, or a postal one, had since a moment, but for those of one line: what limits
-- count. With them, when the oldest were ordered, and how many those are.
create function counted_copies(of_email text, of_address text, of_publication uuid, in_language text, in_format text,
        since timestamptz, besides uuid, out copies bigint, out oldest timestamptz, out leaving bigint)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
begin
    copies := 0;
    leaving := 0;
    if of_email is null and of_address is null then
        return;
    end if;
    perform set_config('healthpost.scope', 'job', true);
    if of_email is not null then
        select coalesce(sum(c.held), 0), min(c.placed_at), coalesce(sum(c.held) filter (where c.placed_at = c.earliest), 0)
        into copies, oldest, leaving
        from (select ol.quantity_ordered - ol.quantity_cancelled - ol.quantity_granted as held, o.placed_at,
                min(o.placed_at) over () as earliest
            from orders o join order_lines ol on ol.order_id = o.id join editions e on e.id = ol.edition_id
            where o.email_norm = of_email and o.placed_at > since and e.publication_id = of_publication
                and e.language = in_language and e.format = in_format and ol.id is distinct from besides
                and ol.quantity_ordered > ol.quantity_cancelled + ol.quantity_granted) c;
    else
        select coalesce(sum(c.held), 0), min(c.placed_at), coalesce(sum(c.held) filter (where c.placed_at = c.earliest), 0)
        into copies, oldest, leaving
        from (select ol.quantity_ordered - ol.quantity_cancelled - ol.quantity_granted as held, o.placed_at,
                min(o.placed_at) over () as earliest
            from orders o join order_lines ol on ol.order_id = o.id join editions e on e.id = ol.edition_id
            where o.address_key = of_address and o.placed_at > since and e.publication_id = of_publication
                and e.language = in_language and e.format = in_format and ol.id is distinct from besides
                and ol.quantity_ordered > ol.quantity_cancelled + ol.quantity_granted) c;
    end if;
    perform set_config('healthpost.scope', coalesce(told, ''), true);
end
$$;

-- Lines that wait for copies of an edition, oldest orders first, locked.
create function waiting_lines(of_edition uuid) returns table (line uuid, waiting integer)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
begin
    perform set_config('healthpost.scope', 'job', true);
    return query select l.id, l.quantity_ordered - l.quantity_reserved - l.quantity_shipped - l.quantity_cancelled
        from order_lines l join orders o on o.id = l.order_id
        where l.edition_id = of_edition and o.status <> 'cancelled'
            and l.quantity_reserved + l.quantity_shipped + l.quantity_cancelled < l.quantity_ordered
        order by o.placed_at, o.id, l.position for update of l;
    perform set_config('healthpost.scope', coalesce(told, ''), true);
end
$$;

-- Reserves copies for a line, as before: whoever frees some gives them to somebody else's order.
create or replace function reserve_copies(line uuid, edition uuid, wanted integer, who text, key text, moment timestamptz)
    returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
    level record;
    taken integer := 0;
    part integer;
begin
    perform set_config('healthpost.scope', 'job', true);
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
    perform set_config('healthpost.scope', coalesce(told, ''), true);
    return taken;
end
$$;

-- Whose address it is, in lower case, of people who registered.
create function registrant_at(address text) returns uuid
    language plpgsql stable strict security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
    found_id uuid;
begin
    perform set_config('healthpost.scope', 'job', true);
    select g.id into found_id from registrants g where g.email_norm = address and g.erased_at is null;
    perform set_config('healthpost.scope', coalesce(told, ''), true);
    return found_id;
end
$$;

-- Where a checkout goes, for whoever names its basket and its session: their tokens alone lead to them.
create function checkout_address(of_basket uuid, of_session uuid) returns jsonb
    language plpgsql stable strict security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
    goes_to jsonb;
begin
    perform set_config('healthpost.scope', 'job', true);
    select c.address into goes_to from checkouts c where c.basket_id = of_basket and c.session_id = of_session;
    perform set_config('healthpost.scope', coalesce(told, ''), true);
    return goes_to;
end
$$;

-- Takes from sessions in which nobody is signed in any more what was changed and not saved, and what was sent there, be it
-- of whomever.
create function forget_sent(of_sessions uuid[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told constant text := current_setting('healthpost.scope', true);
begin
    perform set_config('healthpost.scope', 'job', true);
    delete from registration_updates where session_id = any (of_sessions);
    update registrations set session_id = null where session_id = any (of_sessions);
    perform set_config('healthpost.scope', coalesce(told, ''), true);
end
$$;

revoke execute on function let_program_in(), seal_audit(bigint), audit_waits(), waiting_lines(uuid), registrant_at(text),
    checkout_address(uuid, uuid), forget_sent(uuid[]),
    counted_copies(text, text, uuid, text, text, timestamptz, uuid),
    reserve_copies(uuid, uuid, integer, text, text, timestamptz) from public;

select let_program_in();
