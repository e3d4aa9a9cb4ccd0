-- People at "Check your answers", numbers ${from} to ${to}, each with three lines in the basket and an
-- address and e-mail address of their own. Number n holds the cookies `bench-s-n` and `bench-b-n`.
insert into sessions (id, token_hash, confirmed_email, created_at, last_seen_at)
select md5('s' || n)::uuid, sha256(convert_to('bench-s-' || n, 'UTF8')), 'bench' || n || '@example.com', now(), now()
from generate_series(${from}, ${to}) n;
insert into baskets (id, token_hash, created_at, touched_at)
select md5('b' || n)::uuid, sha256(convert_to('bench-b-' || n, 'UTF8')), now(), now() from generate_series(${from}, ${to}) n;
insert into basket_lines (basket_id, edition_id, quantity, added_at)
select md5('b' || n)::uuid, e.id, 1 + line % 3, now() from generate_series(${from}, ${to}) n cross join generate_series(0, 2) line
join (${editions}) e on e.at = (n * 3 + line) % e.all_of_them;
insert into checkouts (basket_id, session_id, idempotency_key, address, contact, started_at, touched_at)
select md5('b' || n)::uuid, md5('s' || n)::uuid, 'bench-key-' || lpad(n::text, 10, '0'),
    jsonb_build_object('lines', jsonb_build_array(n || ' Bench Street'), 'city', 'Leeds', 'county', null, 'postcode', 'LS1 4AP'),
    jsonb_build_object('full_name', 'Ada Bench', 'email', 'bench' || n || '@example.com', 'telephone', null), now(), now()
from generate_series(${from}, ${to}) n;
