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
revoke execute on function let_program_in(), seal_audit(bigint) from public;

select let_program_in();
