-- Drafts of every kind; people of every state with everything that they may have said.

insert into registration_drafts (id, token_hash, version, submit_key, email_norm, saved_at, visited, locale, created_at, touched_at, expires_at, reminded_at) values
    ('b1000001-0000-7000-8000-000000000000', sha256('draft 1'), 0, 'b2000001-0000-4000-8000-000000000000', null, null, '{}', 'en', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', '2026-11-29 21:00:00+00', null),
    ('b1000002-0000-7000-8000-000000000000', null, 2147483647, 'b2000002-0000-4000-8000-000000000000', 'ada@example.com', '2026-11-29 09:00:00+00', array['name', 'specialties/Nurse', 'subspecialties/RegisteredNurse'], 'fr', '2026-11-01 09:00:00+00', '2026-11-29 09:00:00+00', '2026-12-29 09:00:00+00', '2026-12-22 09:00:00+00'),
    ('b1000003-0000-7000-8000-000000000000', sha256('draft 3'), 1, 'b2000003-0000-4000-8000-000000000000', 'old@example.com', '1999-12-31 00:00:00+00', '{}', 'ar', '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', '2000-01-30 00:00:00+00', null);
insert into draft_answers (draft_id, question, typed, sealed) values
    ('b1000001-0000-7000-8000-000000000000', 'first_name', array['آدا'], null),
    ('b1000001-0000-7000-8000-000000000000', 'postal_code', array['not one', ' twice '], null),
    ('b1000001-0000-7000-8000-000000000000', 'specialties/Nurse', '{}', null),
    ('b1000002-0000-7000-8000-000000000000', 'registration_number', null, '\x01');

insert into registrants (id, email, email_norm, email_state, email_verified_at, messages_stopped_at, locale, legal_hold, erased_at, erased_mark, created_at) values
    ('b3000001-0000-7000-8000-000000000000', 'Ada@Example.com', 'ada@example.com', 'verified', '2026-11-29 09:00:00+00', null, 'en', false, null, null, '2026-11-29 09:00:00+00'),
    ('b3000002-0000-7000-8000-000000000000', 'algebra@example.com', 'algebra@example.com', 'unverified', null, '2026-11-29 09:00:00+00', 'ar', true, null, null, '2026-11-29 09:00:00+00'),
    ('b3000003-0000-7000-8000-000000000000', null, null, 'imported', null, null, 'en', false, '2026-11-29 09:00:00+00', sha256('erased'), '1999-12-31 00:00:00+00'),
    ('b3000004-0000-7000-8000-000000000000', 'b@example.com', 'b@example.com', 'bouncing', null, null, 'cy', false, null, null, '2026-11-29 09:00:00+00'),
    ('b3000005-0000-7000-8000-000000000000', 'c@example.com', 'c@example.com', 'complained', null, null, 'fr', false, null, null, '2026-11-29 09:00:00+00');

insert into registrations (id, registrant_id, confirmation_id, state, version, submit_key, session_id, submitted_at, last_confirmed_at,
    certified_at, certification_version, first_name, last_name, postal_code, primary_phone, primary_phone_e164, primary_phone_ext,
    secondary_phone, secondary_phone_e164, secondary_phone_ext, stream_id, non_clinical_job_title, registration_status, regulator_id,
    number_sealed, number_mark, current_employment, employment_circumstance, deploy_anywhere, has_immunization_training,
    deployment_duration, has_previous_deployment, last_deployment_date, last_deployed_authority) values
    ('b4000001-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', '7K2-M9Q-4TB-X0H2', 'active', 1,
        'b5000001-0000-4000-8000-000000000000', '10000001-0000-7000-8000-000000000000', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00',
        '2026-11-29 09:00:00+00', 1, 'Ada', rpad('Lovelace ', 255, 'x'), 'V8W 1A1', '(250) 555-0100', '+12505550100', 'x 12',
        '604.555.0101', '+16045550101', 'ask for Ada', 'Nurse', null, 'registered', 'Nurses', '\x0102', sha256('number'),
        'healthSectorEmployed', null, false, true, 'twoWeeks', 'yes', '2021-08-31', 'northern'),
    ('b4000002-0000-7000-8000-000000000000', 'b3000002-0000-7000-8000-000000000000', '3F8-WQ1-VDN-6YCJ', 'lapsed', 2147483647,
        'b5000002-0000-4000-8000-000000000000', null, '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', 1,
        'محمد', 'بن موسى', 'V5K 0A1', '2505550102', '+12505550102', null, null, null, null, 'Nonclinical', 'Mathematician', 'na', null,
        null, null, 'notHealthSectorEmployed', 'retired', true, false, 'eightPlus', 'noOrUnsure', null, null),
    ('b4000003-0000-7000-8000-000000000000', 'b3000003-0000-7000-8000-000000000000', '000-000-000-0000', 'erased', 3,
        'b5000003-0000-4000-8000-000000000000', null, '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', '1999-12-31 00:00:00+00', 1,
        '', '', 'A0A 0A0', '', '+10000000000', null, null, null, null, 'Midwife', null, 'notRegistered', null, null, null,
        'healthSectorResidency', null, true, false, 'oneWeek', 'noOrUnsure', null, null),
    ('b4000004-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', '111-111-111-1111', 'held', 1,
        'b5000004-0000-4000-8000-000000000000', null, '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', 1,
        'Ada', 'L', 'V8W 1A1', '2505550100', '+12505550100', null, null, null, null, 'Nurse', null, 'temp', null, null, null,
        'healthSectorEmployed', null, false, true, 'fourWeeks', 'noOrUnsure', null, null),
    ('b4000005-0000-7000-8000-000000000000', 'b3000004-0000-7000-8000-000000000000', '222-222-222-2222', 'withdrawn', 1,
        'b5000005-0000-4000-8000-000000000000', null, '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', 1,
        'B', 'B', 'V8W 1A1', '2505550103', '+12505550103', null, null, null, null, 'Physician', null, 'registered', 'Physicians', null,
        null, 'notHealthSectorEmployed', 'other', true, true, 'eightWeeks', 'noOrUnsure', null, null),
    ('b4000006-0000-7000-8000-000000000000', 'b3000004-0000-7000-8000-000000000000', '333-333-333-3333', 'merged', 1,
        'b5000006-0000-4000-8000-000000000000', null, '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00', 1,
        'B', 'B', 'V8W 1A1', '2505550103', '+12505550103', null, null, null, null, 'Physician', null, 'na', null, null,
        null, 'notHealthSectorEmployed', 'student', true, true, 'eightWeeks', 'noOrUnsure', null, null);
insert into registration_specialties (registration_id, specialty_id, position) values
    ('b4000001-0000-7000-8000-000000000000', 'RegisteredNurse', 1),
    ('b4000001-0000-7000-8000-000000000000', 'LicensedPracticalNurse', 2);
insert into registration_subspecialties (registration_id, specialty_id, subspecialty_id)
select 'b4000001-0000-7000-8000-000000000000', specialty_id, subspecialty_id from specialty_subspecialties where specialty_id = 'RegisteredNurse';
insert into registration_employers (registration_id, employer) values
    ('b4000001-0000-7000-8000-000000000000', 'northern'), ('b4000001-0000-7000-8000-000000000000', 'outsideBC');
insert into registration_locations (registration_id, place_id)
select 'b4000001-0000-7000-8000-000000000000', id from local_health_areas where position = 1;
insert into registration_placements (registration_id, placement) values
    ('b4000001-0000-7000-8000-000000000000', 'criticalCareICU'), ('b4000002-0000-7000-8000-000000000000', 'anywhere');
insert into registration_deployment_types (registration_id, deployment_type) values
    ('b4000001-0000-7000-8000-000000000000', 'fullTime'), ('b4000001-0000-7000-8000-000000000000', 'partTime');
insert into registration_cultural_experience (registration_id, has_indigenous_experience, has_remote_rural_experience, has_sanyas_training) values
    ('b4000001-0000-7000-8000-000000000000', true, false, true);
insert into cultural_experience_reads (id, registration_id, actor, at) values
    ('b6000001-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', 'staff', '2026-11-29 09:00:00+00');
insert into registration_changes (id, registration_id, version, field, old_values, new_values, old_sealed, new_sealed, actor, channel, at) values
    ('b7000001-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', 1, 'employers', null, array['northern', 'outsideBC'], null, null, 'registrant', 'wizard', '2026-11-29 09:00:00+00'),
    ('b7000002-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', 2, 'registration_number', null, null, '\x01', '\x02', 'staff', 'staff', '2026-11-29 10:00:00+00'),
    ('b7000003-0000-7000-8000-000000000000', 'b4000002-0000-7000-8000-000000000000', 2, 'first_name', array['x'], '{}', null, null, 'import', 'import', '1999-12-31 00:00:00+00');
insert into consents (id, registrant_id, purpose, given, text_version, channel, at) values
    ('b8000001-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', 'campaigns', true, 1, 'wizard', '2026-11-29 09:00:00+00'),
    ('b8000002-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', 'campaigns', false, 1, 'link', '2026-11-29 10:00:00+00'),
    ('b8000003-0000-7000-8000-000000000000', 'b3000002-0000-7000-8000-000000000000', 'sms', true, 1, 'import', '1999-12-31 00:00:00+00');
insert into withdrawals (id, registration_id, reason, text_sealed, channel, at, undone_at) values
    ('b9000001-0000-7000-8000-000000000000', 'b4000005-0000-7000-8000-000000000000', 'other', '\x01', 'update', '2026-11-29 09:00:00+00', null),
    ('b9000002-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', 'too_many_emails', null, 'staff', '2026-11-01 09:00:00+00', '2026-11-02 09:00:00+00');
insert into confirmation_aliases (confirmation_id, registration_id) values ('CL-OLD 1', 'b4000001-0000-7000-8000-000000000000');
insert into duplicate_candidates (registration_id, other_id, score, reasons, state, found_at) values
    ('b4000001-0000-7000-8000-000000000000', 'b4000004-0000-7000-8000-000000000000', 200, array['name', 'phone'], 'open', '2026-11-29 09:00:00+00'),
    ('b4000005-0000-7000-8000-000000000000', 'b4000006-0000-7000-8000-000000000000', 0, '{}', 'merged', '2026-11-29 09:00:00+00');
insert into deployment_reports (id, registration_id, deployed, start_date, end_date, by, reported_at) values
    ('ba000001-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', true, '2026-08-01', '2026-08-01', 'registrant', '2026-08-02 00:00:00+00'),
    ('ba000002-0000-7000-8000-000000000000', 'b4000001-0000-7000-8000-000000000000', false, null, null, 'staff', '2026-11-29 09:00:00+00');
insert into used_challenges (mark, expires_at) values (sha256('challenge'), '2026-11-29 09:20:00+00');
insert into registrant_sessions (session_id, registrant_id, signed_in_at, last_seen_at) values
    ('10000001-0000-7000-8000-000000000000', 'b3000001-0000-7000-8000-000000000000', '2026-11-29 09:00:00+00', '2026-11-29 09:00:00+00');
