-- What is held of somebody with an account is theirs to read, whoever of it was written where.

-- As long as it takes: an index over the whole trail.
set local statement_timeout = 0;

-- What somebody did, and what was done with their account, is found by it.
create index audit_entries_by_account on audit_entries (actor, at) where actor like 'account:%';
create index audit_entries_of_account on audit_entries (subject, at) where subject like 'account:%';

-- Orders that somebody placed as a guest, from the address that their account has confirmed, are their own as well.
do $$
declare
    member constant text := '(select current_setting(''healthpost.scope'', true)) = any (array[''manage an account''])';
    subject constant text := '(select nullif(current_setting(''healthpost.subject'', true), '''')::uuid)';
    own constant text := '(orders.account_id = ' || subject || ' or orders.account_id is null and orders.email_norm = '
        '(select a.email_norm from public.accounts a where a.state = ''active'' and a.id = ' || subject || '))';
    one text;
begin
    execute format('alter policy of_subject on public.orders using (%s and %s)', member, own);
    foreach one in array array['order_readers', 'order_lines', 'order_events', 'order_revisions'] loop
        execute format('alter policy of_subject on public.%I using (%s and order_id in (select orders.id from public.orders where %s))',
            one, member, own);
    end loop;
end
$$;
