-- People at the end of their registration, numbers ${from} to ${to}: each with a session in which their address is
-- proved, and a draft, saved for that address, in which every page is answered but the number of their college.
-- Number n holds the cookies `registering-s-n` and `registering-d-n`. Nobody is like somebody else, and each has the
-- postal code of some others.
insert into sessions (id, token_hash, confirmed_email, created_at, last_seen_at)
select md5('rs' || n)::uuid, sha256(convert_to('registering-s-' || n, 'UTF8')), 'registering' || n || '@example.org', now(), now()
from generate_series(${from}, ${to}) n;
insert into registration_drafts (id, token_hash, submit_key, email_norm, saved_at, visited, locale, created_at, touched_at, expires_at)
select md5('rd' || n)::uuid, sha256(convert_to('registering-d-' || n, 'UTF8')), md5('rk' || n)::uuid, 'registering' || n || '@example.org', now(),
    '{name,postal-code,phones,email,profession,specialties/Nurse,subspecialties/RegisteredNurse,registration-status,employment,employers,anywhere,locations,experience,placements,immunization,duration,hours,deployed-before,last-deployment}',
    'en', now(), now(), now() + interval '30 days'
from generate_series(${from}, ${to}) n;
insert into draft_answers (draft_id, question, typed)
select md5('rd' || n)::uuid, a.question, array[a.typed] from generate_series(${from}, ${to}) n cross join lateral (values
    ('first_name', 'Ada'), ('last_name', 'Sample'),
    ('postal_code', 'V' || n % 10 || substr('ABCEGHJKLMNPRSTVWXYZ', n / 10 % 20 + 1, 1) || ' ' || n / 200 % 10
        || substr('ABCEGHJKLMNPRSTVWXYZ', n / 2000 % 20 + 1, 1) || n / 40000 % 3),
    ('primary_phone', '6' || lpad(n::text, 9, '0')), ('primary_phone_ext', '12'), ('secondary_phone', ''), ('secondary_phone_ext', ''),
    ('email', 'registering' || n || '@example.org'), ('stream', 'Nurse'), ('specialties/Nurse', 'RegisteredNurse'),
    ('subspecialties/RegisteredNurse', 'Cardiovascular'), ('registration_status', 'registered'),
    ('current_employment', 'healthSectorEmployed'), ('employers', 'fraser'), ('deploy_anywhere', 'no'), ('locations', 'Gitgaat'),
    ('has_indigenous_experience', 'yes'), ('has_remote_rural_experience', 'no'), ('has_sanyas_training', 'no'),
    ('placement_options', 'homeSupport'), ('has_immunization_training', 'yes'), ('deployment_duration', 'oneWeek'),
    ('deployment_types', 'fullTime'), ('has_previous_deployment', 'yes'), ('last_deployment_date-day', '27'),
    ('last_deployment_date-month', 'March'), ('last_deployment_date-year', '2024'), ('last_deployed_authority', 'fraser')) a (question, typed);
