-- A registry in use: ${registrations} registrations with everything that belongs to them, and ${drafts} under way.
-- Written in one go, as the program would never: ids grow with time as the program's do, postal codes are shared
-- (a million people have 120,000), and every state and every job of the night has its people. What is encrypted is of
-- the right length and cannot be opened; of the first version of each registration four answers are kept, where the
-- program keeps all.

-- What is written here refers to what is there: whoever may, looks at no foreign key, which takes half of the time.
do $$ begin
    perform set_config('session_replication_role', 'replica', true);
exception when insufficient_privilege then null;
end $$;

set local jit = off;

create function pg_temp.id(kind integer, n integer) returns uuid language sql immutable as $$
    select (lpad(to_hex(1700000000000 + n::bigint * 60000), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8'
        || lpad(to_hex(n), 15, '0'))::uuid $$;
create function pg_temp.letter(n bigint) returns text language sql immutable as $$
    select substr('ABCEGHJKLMNPRSTVWXYZ', (n % 20)::integer + 1, 1) $$;

-- Numbers in order of time: who sent what when, and what became of it.
create temporary table people on commit drop as
select n, pg_temp.id(1, n) as id, pg_temp.id(2, case when state in ('held', 'merged') then n - 51 else n end) as registrant_id,
    state, case state when 'held' then now() - n / 1000 % 13 * interval '1 day'
        else now() - (${registrations} - n) * (interval '1095 days' / ${registrations}) end as sent_at, 'person' || n || '@example.org' as email,
    n % 8 <> 0 as has_specialty, n % 10 < 7 and state <> 'erased' as has_number, n % 4 <> 3 as has_employer, n % 5 = 0 as goes_anywhere
from generate_series(1, ${registrations}) n cross join lateral (select case when n % 1000 < 880 then 'active' when n % 1000 < 920 then 'lapsed'
    when n % 1000 < 930 then 'withdrawn' when n % 1000 = 930 then 'held' when n % 1000 = 931 then 'merged' when n % 1000 < 990 then 'erased'
    else 'active' end as state) s;
create temporary table skills on commit drop as
select s.id, s.stream_id, row_number() over (order by s.id) - 1 as at,
    (select subspecialty_id from specialty_subspecialties u where u.specialty_id = s.id order by position limit 1) as area
from specialties s where active;
create temporary table places on commit drop as
select id, row_number() over (order by id) - 1 as at from local_health_areas where active;
analyze people, skills, places;

insert into sessions (id, token_hash, confirmed_email, created_at, last_seen_at)
select pg_temp.id(3, n), sha256(convert_to('register-' || n, 'UTF8')), email, now() - n % 89 * interval '1 day', now() - n % 89 * interval '1 day'
from people where n % 10 = 1;
insert into registrants (id, email, email_norm, email_state, email_verified_at, locale, legal_hold, erased_at, erased_mark, created_at)
select registrant_id, g.email, g.email, case when n % 20 = 0 then 'unverified' else 'verified' end, case when n % 20 <> 0 then sent_at end,
    case when n % 30 = 0 then 'fr' else 'en' end, n % 1000 = 7, case when g.email is null then now() end,
    case when g.email is null then sha256(convert_to('gone' || n, 'UTF8')) end, sent_at
from people p cross join lateral (select case when p.state <> 'erased' then p.email end as email) g where p.state not in ('held', 'merged');

-- One in a hundred was asked whether it is still right, and a few of a thousand are to be asked.
insert into registrations (id, registrant_id, confirmation_id, state, submit_key, session_id, submitted_at, last_confirmed_at, certified_at,
    certification_version, first_name, last_name, postal_code, primary_phone, primary_phone_e164, secondary_phone, secondary_phone_e164,
    stream_id, registration_status, number_sealed, number_mark, current_employment, employment_circumstance, deploy_anywhere,
    has_immunization_training, deployment_duration, has_previous_deployment, last_deployment_date, last_deployed_authority, asked_at, reminders)
select p.id, p.registrant_id, upper(substr(k.hex, 1, 3) || '-' || substr(k.hex, 4, 3) || '-' || substr(k.hex, 7, 3) || '-' || substr(k.hex, 10, 4)),
    p.state, md5('key' || n)::uuid, case when n % 10 = 1 and p.state <> 'erased' then pg_temp.id(3, n) end, p.sent_at,
    case when p.state = 'lapsed' then now() - (400 + n % 700) * interval '1 day' when p.state <> 'active' then p.sent_at
        when n % 100 = 3 then now() - 370 * interval '1 day' when n % 1000 = 4 then now() - 366 * interval '1 day'
        else greatest(p.sent_at, now() - n % 360 * interval '1 day') end,
    p.sent_at, 1, (array['Ada', 'Grace', 'Amir', 'Chloé', 'Dylan', 'Elin', 'Farah', 'Gwen', 'Hugo', 'Isla'])[1 + n % 10],
    'Sample' || translate(to_hex(n / 10 % 4096), '0123456789', 'ghijklmnop'),
    case when p.state = 'erased' then 'A0A 0A0'
        else 'V' || c.at % 10 || pg_temp.letter(c.at / 10) || ' ' || c.at / 200 % 10 || pg_temp.letter(c.at / 2000) || c.at / 40000 end,
    c.phone, '+1' || c.phone, case when n % 4 = 0 then c.other end, case when n % 4 = 0 then '+1' || c.other end,
    case when has_specialty then s.stream_id else 'Midwife' end, case when has_number then 'registered' else 'notRegistered' end,
    case when has_number then sha256(convert_to('a' || n, 'UTF8')) || sha256(convert_to('b' || n, 'UTF8')) end,
    case when has_number then sha256(convert_to('number' || n, 'UTF8')) end,
    case when has_employer then 'healthSectorEmployed' else 'notHealthSectorEmployed' end, case when not has_employer then 'retired' end,
    goes_anywhere, n % 2 = 0, 'twoWeeks', case when n % 3 = 0 then 'yes' else 'noOrUnsure' end, case when n % 3 = 0 then date '2024-03-27' end,
    case when n % 3 = 0 then 'fraser' end, case when p.state = 'active' and n % 100 = 3 then now() - n % 60 * interval '1 day' end,
    case when p.state = 'active' and n % 100 = 3 then n / 100 % 3 else 0 end
from people p join skills s on s.at = n % (select count(*) from skills)
cross join lateral (select md5('number' || n) as hex) k
cross join lateral (select n::bigint * 7919 % 120000 as at, case p.state when 'erased' then '0000000000' else 2000000000 + n::bigint * 1009 || '' end as phone,
    9000000000 - n::bigint * 991 as other) c;

insert into registration_specialties (registration_id, specialty_id, position)
select p.id, s.id, 1 from people p join skills s on s.at = n % (select count(*) from skills) where has_specialty and state <> 'erased';
insert into registration_subspecialties (registration_id, specialty_id, subspecialty_id)
select p.id, s.id, s.area from people p join skills s on s.at = n % (select count(*) from skills)
where has_specialty and state <> 'erased' and s.area is not null;
insert into registration_employers (registration_id, employer)
select p.id, e.employer from people p cross join unnest(array['fraser', 'northern', 'privateEmployer']) with ordinality e (employer, at)
where has_employer and state <> 'erased' and e.at in (1 + n % 3, 1 + n / 3 % 3);
insert into registration_placements (registration_id, placement)
select p.id, e.placement from people p cross join unnest(array['homeSupport', 'longTermCare', 'emergencyDepartments']) with ordinality e (placement, at)
where state <> 'erased' and e.at <> 1 + n % 3;
insert into registration_deployment_types (registration_id, deployment_type)
select p.id, t.kind from people p cross join unnest(array['fullTime', 'partTime']) with ordinality t (kind, at)
where state <> 'erased' and (t.at = 1 or n % 2 = 0);
insert into registration_cultural_experience (registration_id, has_indigenous_experience, has_remote_rural_experience, has_sanyas_training)
select id, n % 3 = 0, n % 2 = 0, n % 7 = 0 from people where state <> 'erased' and n % 5 < 2;
insert into cultural_experience_reads (id, registration_id, actor, at)
select pg_temp.id(4, n), id, 'staff', now() from people where state <> 'erased' and n % 25 = 0;

-- The trigger that keeps who sees a registration works row by row: here its work is done for all at once.
alter table registration_locations disable trigger registration_locations_scope;
insert into registration_locations (registration_id, place_id)
select p.id, l.id from people p cross join generate_series(0, 2) k
join places l on l.at = (n * 7 + k * 11) % (select count(*) from places) where not goes_anywhere and state <> 'erased';
insert into registration_scopes (registration_id, authority_key)
select distinct l.registration_id, ar.authority_key
from registration_locations l join local_health_areas p on p.id = l.place_id join service_delivery_areas a on a.id = p.area_id
join authority_regions ar on ar.region_id = a.region_id join people on people.id = l.registration_id;
alter table registration_locations enable trigger registration_locations_scope;

insert into registration_changes (id, registration_id, version, field, new_values, actor, channel, at)
select pg_temp.id(5 + f.at::integer, n), id, 1, f.field, array[case f.at when 1 then email when 2 then 'campaigns' else 'Ada' end],
    'registrant', 'wizard', sent_at
from people cross join unnest(array['email', 'consents', 'first_name']) with ordinality f (field, at) where state <> 'erased';
insert into registration_changes (id, registration_id, version, field, new_sealed, actor, channel, at)
select pg_temp.id(10, n), id, 1, 'registration_number', sha256(convert_to('c' || n, 'UTF8')) || sha256(convert_to('d' || n, 'UTF8')),
    'registrant', 'wizard', sent_at
from people where state <> 'erased' and has_number;
insert into consents (id, registrant_id, purpose, given, text_version, channel, at)
select pg_temp.id(10 + c.at::integer, n), registrant_id, c.purpose, n % 3 <> c.at, 1, 'wizard', sent_at
from people cross join unnest(array['campaigns', 'sms', 'regulator_check', 'publications']) with ordinality c (purpose, at)
where state not in ('held', 'merged', 'erased');
insert into withdrawals (id, registration_id, reason, text_sealed, channel, at, undone_at)
select pg_temp.id(15, n), id, 'leave_registry', null, 'update', now() - n % 1000 * interval '10 hours', case when state = 'active' then now() end
from people where state in ('withdrawn', 'erased') or n % 200 = 6;
insert into confirmation_aliases (confirmation_id, registration_id)
select 'ALIAS' || n, pg_temp.id(1, n - 51) from people where state = 'merged';
insert into duplicate_candidates (registration_id, other_id, score, reasons, state, found_at)
select id, pg_temp.id(1, n - 1), 75, '{name,phone}', 'open', now() - n % 30 * interval '1 day' from people where n % 50 = 2;
insert into deployment_reports (id, registration_id, deployed, start_date, by, reported_at)
select pg_temp.id(16, n), id, true, current_date, 'registrant', now() from people where n % 10 = 2 and state <> 'erased';
insert into email_changes (id, registrant_id, old_email, new_email, asked_at)
select pg_temp.id(17, n), registrant_id, email, 'new-' || email, now() - n / 50 % 40 * interval '1 hour' from people where n % 50 = 3;
insert into registrant_sessions (session_id, registrant_id, signed_in_at, last_seen_at)
select pg_temp.id(3, n), registrant_id, now() - n / 200 % 9 * interval '1 hour', now() - n / 200 % 35 * interval '1 minute' from people where n % 200 = 1;
insert into registration_updates (registration_id, session_id, step, version, visited, at)
select id, pg_temp.id(3, n), 'employment', 1, '{employment}', now() from people where n % 200 = 1;
insert into registration_update_answers (registration_id, question, typed)
select registration_id, q, array['retired'] from registration_updates cross join unnest(array['current_employment', 'employers']) q
on conflict do nothing;

-- Under way, by other people: half are saved, one of them in a hundred beside another one for its address; some have ended.
create temporary table under_way on commit drop as
select n, pg_temp.id(18, n) as id, how, case how when 'open' then n % 13 * interval '1 hour' else n % 31 * interval '1 day' end as age,
    'draft' || n || '@example.org' as email
from generate_series(1, ${drafts}) n cross join lateral (select case when n % 2 = 1 then 'open' when n % 200 = 120 then 'rival' else 'saved' end as how) h;
insert into registration_drafts (id, token_hash, version, submit_key, email_norm, saved_at, rival_of, visited, locale, created_at, touched_at,
    expires_at)
select id, sha256(convert_to('draft-' || n, 'UTF8')), 10, md5('draft' || n)::uuid, case when how = 'saved' then email end,
    case when how = 'saved' then now() end, case when how = 'rival' then 'draft' || n - 2 || '@example.org' end,
    '{name,postal-code,phones,email}', 'en', now(), now() - age,
    now() - age + case how when 'open' then interval '12 hours' else interval '30 days' end
from under_way;
insert into draft_answers (draft_id, question, typed, version)
select id, a.question, array[a.typed], 3
from under_way cross join (values ('first_name', 'Ada'), ('last_name', 'Sample'), ('postal_code', 'V8W 9W2'),
    ('primary_phone', '(250) 555-0142'), ('primary_phone_ext', ''), ('email', 'ada@example.org'), ('stream', 'Midwife'),
    ('registration_status', 'registered')) a (question, typed);
insert into draft_conflicts (draft_id, step) select id, 'name' from under_way where n % 40 = 9;
insert into draft_conflict_answers (draft_id, question, typed) select id, 'first_name', '{Grace}' from under_way where n % 40 = 9;
insert into used_challenges (mark, expires_at)
select sha256(convert_to('sum' || n, 'UTF8')), now() + (n % 25 - 5) * interval '1 minute' from under_way;
insert into email_codes (session_id, email_norm, code_hash, expires_at)
select pg_temp.id(3, n), email, sha256('code'), now() + (n / 10 % 35 - 5) * interval '1 minute' from people where n % 10 = 1;
insert into rate_counters (subject, window_start, used)
select 'register:' || email, date_trunc('day', now()) - n / 10 % 2 * interval '1 day', 1 from people where n % 10 = 5;

-- Messages: everybody's was sent, and who has not confirmed their address is asked once more.
insert into outbox (id, kind, recipient, detail, state, attempts, next_try_at, sent_at, created_at, locale)
select pg_temp.id(19, n), 'registration_confirmation', email, '{}', 'sent', 1, sent_at, sent_at, sent_at, 'en' from people where state <> 'erased';
insert into outbox (id, kind, recipient, detail, state, next_try_at, created_at, locale)
select pg_temp.id(20, n), 'address_reminder', email, jsonb_build_object('registration', id), 'waiting', now() + (1 + n / 200 % 3) * interval '1 day', now(), 'en'
from people where n % 200 = 0 and state = 'active';
insert into audit_entries (id, actor, action, subject, at)
select pg_temp.id(21, n), 'registrant', 'registration.send', 'registration:' || id, sent_at from people;

-- The audit trail is sealed, as it is a moment after each entry.
select seal_audit(${registrations});
