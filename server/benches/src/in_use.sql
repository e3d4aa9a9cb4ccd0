-- What a service in use has collected: ${rows} rows in each table that grows with people, over the editions and
-- files that are there. Written in one go, as the program would never; a plan is chosen by how many rows there
-- are and how they are spread. Some of it is due to be forgotten.

insert into sessions (id, token_hash, confirmed_email, created_at, last_seen_at)
select md5('us' || n)::uuid, sha256(convert_to('use-s-' || n, 'UTF8')), 'use' || n || '@example.com', t.at, t.at
from generate_series(1, ${rows}) n cross join lateral (select now() - n % 95 * interval '1 day' as at) t;
insert into kept_rejections (session_id, form, page, answers, errors, kept_at)
select md5('us' || n)::uuid, 'contact', '/checkout/contact', '[]', '[]', now() - n % 40 * interval '1 minute' from generate_series(1, ${rows}) n;
insert into email_codes (session_id, email_norm, code_hash, expires_at)
select md5('us' || n)::uuid, 'use' || n || '@example.com', sha256('code'), now() + (n % 30 - 5) * interval '1 minute' from generate_series(1, ${rows}) n;
insert into rate_counters (subject, window_start, used)
select 'code:use' || n || '@example.com', now() - n % 30 * interval '1 hour', 1 from generate_series(1, ${rows}) n;
insert into missed_searches (words, last_on) select 'nothing ' || n, current_date - n % 95 from generate_series(1, ${rows}) n;

insert into baskets (id, token_hash, created_at, touched_at)
select md5('ub' || n)::uuid, sha256(convert_to('use-b-' || n, 'UTF8')), t.at, t.at
from generate_series(1, ${rows}) n cross join lateral (select now() - n % 63 * interval '1 day' as at) t;
create temporary table chosen on commit drop as
    select id, publication_id, language, format, row_number() over (order by code_normalised) - 1 as at from editions
    where access_type <> 'download-only' and status = 'live';
analyze chosen;
create temporary table used on commit drop as
    select n, c.* from generate_series(1, ${rows}) n join chosen c on c.at = n % (select count(*) from chosen);
analyze used;
insert into basket_lines (basket_id, edition_id, quantity, added_at) select md5('ub' || n)::uuid, id, 1, now() from used;
insert into stock_holds (basket_id, edition_id, quantity, expires_at)
select md5('ub' || n)::uuid, id, 1, now() + (n % 15 - 2) * interval '1 minute' from used;
insert into checkouts (basket_id, session_id, idempotency_key, started_at, touched_at)
select md5('ub' || n)::uuid, md5('us' || n)::uuid, 'use-key-' || lpad(n::text, 12, '0'), now(), now() from used;
insert into limit_locks (subject, publication_id, language, format) select 'use' || n, publication_id, language, format from used;
insert into order_limits (id, level, subject, edition_id, quantity)
select gen_random_uuid(), 'organisation', 'use' || n, id, 10 from used;
insert into limit_requests (id, edition_id, full_name, email, email_norm, quantity, reason, status, granted, grant_expires_at, locale, created_at)
select gen_random_uuid(), id, 'Ada Use', t.email, t.email, 10, 'A stall at the fair', 'approved', 10, now() + interval '30 days', 'en', now()
from used cross join lateral (select 'use' || n || '@example.com' as email) t;
insert into subscriptions (id, kind, edition_id, email, email_norm, locale, confirmed_at, expires_at, created_at)
select gen_random_uuid(), 'back_in_stock', id, t.email, t.email, 'en', now(), now() + n % 100 * interval '1 day' + interval '1 day', now()
from used cross join lateral (select 'use' || n || '@example.com' as email) t;

insert into orders (id, number, basket_id, idempotency_key, session_id, origin, company_key, full_name, email, email_norm, address,
    address_key, status, placed_at, locale)
select md5('uo' || n)::uuid, 'HP-USE-' || n, md5('ub' || n)::uuid, 'use-key-' || n, md5('us' || n)::uuid, 'guest', 'PUBLIC', 'Ada Use',
    t.email, t.email, '{"lines": ["1 Use Street"], "city": "Leeds", "county": null, "postcode": "LS1 4AP"}', n || ' use street', 'placed',
    now() - n % 400 * interval '1 day', 'en'
from generate_series(1, ${rows}) n cross join lateral (select 'use' || n || '@example.com' as email) t;
insert into order_lines (id, order_id, position, edition_id, product_code, title, language, format, unit_of_issue, limit_level,
    limit_quantity, quantity_ordered, quantity_reserved)
select md5('ul' || n || '-' || p)::uuid, md5('uo' || n)::uuid, p, c.id, 'USE', 'Used', c.language, c.format, 1, 'everyone', 5, 2, 2
from generate_series(1, ${rows}) n cross join generate_series(1, 2) p 
join chosen c on c.at = (n * 7 + p) % (select count(*) from chosen);
insert into order_events (id, order_id, kind, actor, at)
select gen_random_uuid(), id, 'placed', 'guest', placed_at from orders where number like 'HP-USE-%';
insert into order_readers (order_id, session_id) select id, session_id from orders where number like 'HP-USE-%';
insert into order_revisions (order_id, revision, lines, address, replaced_at)
select id, 1, '[]', address, now() from orders where number like 'HP-USE-%';
insert into stock_movements (id, edition_id, kind, quantity, order_line_id, actor, source_key, at)
select gen_random_uuid(), l.edition_id, 'reserved', 2, l.id, 'guest', 'use:' || l.id, now() from order_lines l where l.product_code = 'USE';
update stock_levels s set reserved = reserved + l.copies from (
    select edition_id, sum(quantity_reserved) as copies from order_lines where product_code = 'USE' group by 1) l
where s.edition_id = l.edition_id;
insert into audit_entries (id, actor, action, subject, at)
select gen_random_uuid(), 'guest', 'order.place', 'order:' || n, now() from generate_series(1, ${rows}) n;
insert into outbox (id, kind, recipient, order_id, state, attempts, next_try_at, sent_at, created_at, locale)
select gen_random_uuid(), 'order_placed', email, id, 'sent', 1, placed_at, placed_at, placed_at, 'en' from orders where number like 'HP-USE-%';

insert into usage_events (id, kind, edition_id, quantity, at) select gen_random_uuid(), 'order_completion', id, 1, now() from used;
insert into download_counts (day, file_id, downloads)
select current_date - n % 200, f.id, 1 from generate_series(1, ${rows}) n
join (select id, row_number() over (order by id) - 1 as at from files) f on f.at = n % (select count(*) from files)
on conflict do nothing;
insert into scan_counts (day, publication_id, edition_id, scans) select current_date - n % 200, publication_id, id, 1 from used on conflict do nothing;
insert into support_messages (id, summary, message, contact_name, contact_email, status, created_at)
select gen_random_uuid(), 'A question', 'Where is it?', 'Ada Use', 'use' || n || '@example.com', 'closed', now() from generate_series(1, ${rows}) n;
insert into feedback (id, how_satisfied, created_at) select gen_random_uuid(), 'satisfied', now() from generate_series(1, ${rows}) n;

-- Files that may be downloaded, with covers in their sizes, and an edition of which nothing is left.
update files set scan_state = 'clean', sha256 = sha256(convert_to(file_name, 'UTF8')) where kind in ('cover', 'web');
insert into thumbnails (file_id, width_px, height_px, bytes, sha256)
select f.id, w.width, w.width * 297 / 210, w.width * 40, sha256(convert_to(f.file_name || w.width, 'UTF8'))
from files f cross join unnest(array[105, 210, 420, 840]) w (width) where f.kind = 'cover';
update stock_levels set on_hand = reserved where edition_id in (select id from editions where code_normalised = 'BEN1000080');
update editions set run_to_zero = true where code_normalised = 'BEN1000080';

-- The audit trail is sealed, as it is a moment after each entry.
select seal_audit(${rows});
