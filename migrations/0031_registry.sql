-- The provider registry: drafts of registrations, the people who registered, what they said, and what became of it.

-- A registration under way. Its cookie names it for 12 hours; a saved one is opened again with a code.
create table registration_drafts (
    id uuid primary key,
    -- SHA-256 of the token in the cookie; none while a saved draft is open nowhere.
    token_hash bytea unique check (octet_length(token_hash) = 32),
    -- Counts writes: two windows that write are told apart.
    version integer not null default 0 check (version >= 0),
    -- Makes sending idempotent: the registration keeps it.
    submit_key uuid not null unique,
    -- Where to send the way back, in lower case; set by the first save.
    email_norm text,
    saved_at timestamptz,
    visited text[] not null default '{}',
    locale text not null,
    created_at timestamptz not null,
    touched_at timestamptz not null,
    expires_at timestamptz not null,
    reminded_at timestamptz,
    check ((email_norm is null) = (saved_at is null))
);
create unique index registration_drafts_one_saved on registration_drafts (email_norm) where saved_at is not null;
create index registration_drafts_by_end on registration_drafts (expires_at);

-- What was typed, right or wrong. The number of a college is encrypted.
create table draft_answers (
    draft_id uuid not null references registration_drafts on delete cascade,
    question text not null check (char_length(question) <= 160),
    typed text[],
    sealed bytea,
    primary key (draft_id, question),
    check (num_nulls(typed, sealed) = 1)
);

create table registrants (
    id uuid primary key,
    -- As it was typed, and in lower case. Both are emptied by erasure.
    email text check (char_length(email) <= 254),
    email_norm text,
    email_state text not null check (email_state in ('unverified', 'verified', 'imported', 'bouncing', 'complained')),
    email_verified_at timestamptz,
    messages_stopped_at timestamptz,
    locale text not null,
    legal_hold boolean not null default false,
    erased_at timestamptz,
    -- What is left of the address of somebody who was erased: an import does not write it again.
    erased_mark bytea,
    created_at timestamptz not null,
    check ((email_norm is null) = (erased_at is not null)),
    check ((email is null) = (erased_at is not null)),
    check ((erased_mark is null) = (erased_at is null))
);
create unique index registrants_by_email on registrants (email_norm) where erased_at is null;
create index registrants_by_erased_mark on registrants (erased_mark) where erased_at is not null;

create table registrations (
    id uuid primary key,
    registrant_id uuid not null references registrants,
    confirmation_id char(16) not null unique check (confirmation_id ~ '^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$'),
    state text not null check (state in ('active', 'lapsed', 'withdrawn', 'held', 'merged', 'erased')),
    version integer not null default 1 check (version >= 1),
    submit_key uuid not null unique,
    -- The session that sent it: only there is its confirmation shown.
    session_id uuid references sessions on delete set null,
    submitted_at timestamptz not null,
    last_confirmed_at timestamptz not null,
    certified_at timestamptz not null,
    certification_purpose text not null default 'certification' check (certification_purpose = 'certification'),
    certification_version integer not null,
    first_name varchar(255) not null,
    last_name varchar(255) not null,
    postal_code char(7) not null check (postal_code ~ '^[A-Z][0-9][A-Z] [0-9][A-Z][0-9]$'),
    primary_phone varchar(40) not null,
    primary_phone_e164 text not null check (primary_phone_e164 ~ '^\+1[0-9]{10}$'),
    primary_phone_ext varchar(255),
    secondary_phone varchar(40),
    secondary_phone_e164 text check (secondary_phone_e164 ~ '^\+1[0-9]{10}$'),
    secondary_phone_ext varchar(255),
    stream_id row_id not null references streams,
    non_clinical_job_title varchar(40),
    registration_status text not null check (registration_status in ('registered', 'temp', 'notRegistered', 'na')),
    regulator_id row_id references regulators,
    -- The number of the college: encrypted, and a keyed mark by which the same number is found.
    number_sealed bytea,
    number_mark bytea,
    current_employment text not null
        check (current_employment in ('healthSectorEmployed', 'healthSectorResidency', 'notHealthSectorEmployed')),
    employment_circumstance text check (employment_circumstance in ('retired', 'student', 'other')),
    deploy_anywhere boolean not null,
    has_immunization_training boolean not null,
    deployment_duration text not null
        check (deployment_duration in ('oneWeek', 'twoWeeks', 'fourWeeks', 'eightWeeks', 'eightPlus')),
    has_previous_deployment text not null check (has_previous_deployment in ('yes', 'noOrUnsure')),
    last_deployment_date date,
    last_deployed_authority text check (last_deployed_authority in ('firstNationsHa', 'providence', 'provincialHsa',
        'fraser', 'interior', 'vancouverIsland', 'northern', 'vancouverCoastal')),
    foreign key (certification_purpose, certification_version) references consent_texts (purpose, version),
    check ((secondary_phone is null) = (secondary_phone_e164 is null)),
    check (secondary_phone is not null or secondary_phone_ext is null),
    check ((number_sealed is null) = (number_mark is null)),
    check (registration_status in ('registered', 'temp') or num_nonnulls(regulator_id, number_sealed) = 0),
    check ((current_employment = 'notHealthSectorEmployed') = (employment_circumstance is not null)),
    check ((has_previous_deployment = 'yes') = (last_deployment_date is not null)),
    check ((has_previous_deployment = 'yes') = (last_deployed_authority is not null))
);
-- One registration for each person, besides those that wait for the owner of their address or went into another.
create unique index registrations_one_each on registrations (registrant_id) where state not in ('held', 'merged');
create index registrations_by_registrant on registrations (registrant_id);
create index registrations_by_session on registrations (session_id);
create index registrations_held on registrations (submitted_at) where state = 'held';
create index registrations_by_phone on registrations (primary_phone_e164);
create index registrations_by_number on registrations (number_mark) where number_mark is not null;
create index registrations_by_place on registrations (postal_code);

create table registration_specialties (
    registration_id uuid not null references registrations on delete cascade,
    specialty_id row_id not null references specialties,
    position integer not null,
    primary key (registration_id, specialty_id)
);
create index registration_specialties_by_specialty on registration_specialties (specialty_id);

-- Only what the specialty offers, and only of a specialty that was chosen.
create table registration_subspecialties (
    registration_id uuid not null,
    specialty_id row_id not null,
    subspecialty_id row_id not null,
    primary key (registration_id, specialty_id, subspecialty_id),
    foreign key (registration_id, specialty_id) references registration_specialties on delete cascade,
    foreign key (specialty_id, subspecialty_id) references specialty_subspecialties
);
create index registration_subspecialties_by_both on registration_subspecialties (specialty_id, subspecialty_id);

create table registration_employers (
    registration_id uuid not null references registrations on delete cascade,
    employer text not null check (employer in ('firstNationsHa', 'providence', 'provincialHsa', 'fraser', 'interior',
        'vancouverIsland', 'northern', 'vancouverCoastal', 'privateEmployer', 'outsideBC')),
    primary key (registration_id, employer)
);

create table registration_locations (
    registration_id uuid not null references registrations on delete cascade,
    place_id row_id not null references local_health_areas,
    primary key (registration_id, place_id)
);
create index registration_locations_by_place on registration_locations (place_id);

create table registration_placements (
    registration_id uuid not null references registrations on delete cascade,
    placement text not null check (placement in ('criticalCareICU', 'emergencyDepartments', 'longTermCare', 'homeSupport',
        'covid19Support', 'anywhere', 'other')),
    primary key (registration_id, placement)
);

create table registration_deployment_types (
    registration_id uuid not null references registrations on delete cascade,
    deployment_type text not null check (deployment_type in ('fullTime', 'partTime')),
    primary key (registration_id, deployment_type)
);

-- Work with Indigenous and remote communities: apart from the rest, behind a permission of its own.
create table registration_cultural_experience (
    registration_id uuid primary key references registrations on delete cascade,
    has_indigenous_experience boolean not null,
    has_remote_rural_experience boolean not null,
    has_sanyas_training boolean not null
);

-- Who looked at those answers.
create table cultural_experience_reads (
    id uuid primary key,
    registration_id uuid not null references registrations on delete cascade,
    actor text not null,
    at timestamptz not null
);
create index cultural_experience_reads_by_registration on cultural_experience_reads (registration_id, at);

-- Which organisations see a registration: kept by a trigger from the places that were chosen.
create table registration_scopes (
    registration_id uuid not null references registrations on delete cascade,
    authority_key row_id not null references health_authorities,
    primary key (registration_id, authority_key)
);
create index registration_scopes_by_authority on registration_scopes (authority_key);

create function keep_registration_scopes() returns trigger language plpgsql as $$
declare
    changed uuid := coalesce(new.registration_id, old.registration_id);
begin
    delete from public.registration_scopes where registration_id = changed;
    insert into public.registration_scopes (registration_id, authority_key)
    select distinct changed, ar.authority_key
    from public.registration_locations l
    join public.local_health_areas p on p.id = l.place_id
    join public.service_delivery_areas a on a.id = p.area_id
    join public.authority_regions ar on ar.region_id = a.region_id
    where l.registration_id = changed and exists (select from public.registrations r where r.id = changed);
    return null;
end $$;
create constraint trigger registration_locations_scope after insert or update or delete on registration_locations
    deferrable initially deferred for each row execute function keep_registration_scopes();

-- Each change of an answer. The class of a value is its question's; encrypted ones stay encrypted.
create table registration_changes (
    id uuid primary key,
    registration_id uuid not null references registrations on delete cascade,
    version integer not null,
    field text not null,
    old_values text[],
    new_values text[],
    old_sealed bytea,
    new_sealed bytea,
    actor text not null,
    channel text not null check (channel in ('wizard', 'update', 'staff', 'import', 'link')),
    at timestamptz not null
);
create index registration_changes_by_registration on registration_changes (registration_id, version);

-- What was agreed to, by purpose; the newest row of a purpose counts.
create table consents (
    id uuid primary key,
    registrant_id uuid not null references registrants on delete cascade,
    purpose text not null check (purpose in ('campaigns', 'sms', 'regulator_check', 'publications')),
    given boolean not null,
    text_version integer not null,
    channel text not null check (channel in ('wizard', 'update', 'staff', 'import', 'link')),
    at timestamptz not null,
    foreign key (purpose, text_version) references consent_texts (purpose, version)
);
create index consents_by_registrant on consents (registrant_id, purpose, at desc);

create table withdrawals (
    id uuid primary key,
    registration_id uuid not null references registrations on delete cascade,
    reason varchar(40) not null references withdrawal_reasons,
    -- In whose words, encrypted.
    text_sealed bytea,
    channel text not null check (channel in ('update', 'staff', 'import', 'link')),
    at timestamptz not null,
    undone_at timestamptz
);
create index withdrawals_by_registration on withdrawals (registration_id, at desc);

-- Other numbers by which a registration is found.
create table confirmation_aliases (
    confirmation_id text primary key,
    registration_id uuid not null references registrations on delete cascade
);
create index confirmation_aliases_by_registration on confirmation_aliases (registration_id);

create table duplicate_candidates (
    registration_id uuid not null references registrations on delete cascade,
    other_id uuid not null references registrations on delete cascade,
    score integer not null check (score between 0 and 200),
    reasons text[] not null,
    state text not null default 'open' check (state in ('open', 'dismissed', 'merged')),
    found_at timestamptz not null,
    primary key (registration_id, other_id),
    check (registration_id <> other_id)
);
create index duplicate_candidates_by_other on duplicate_candidates (other_id);

-- Deployments that people report.
create table deployment_reports (
    id uuid primary key,
    registration_id uuid not null references registrations on delete cascade,
    deployed boolean not null,
    start_date date,
    end_date date check (end_date >= start_date),
    by text not null,
    reported_at timestamptz not null,
    check (deployed = (start_date is not null))
);
create index deployment_reports_by_registration on deployment_reports (registration_id, reported_at desc);

-- Solved challenges of the human check: each counts once.
create table used_challenges (
    mark bytea primary key check (octet_length(mark) = 32),
    expires_at timestamptz not null
);
create index used_challenges_by_end on used_challenges (expires_at);

-- Who is signed in to their registration: apart from the session, so that both can end.
create table registrant_sessions (
    session_id uuid primary key references sessions on delete cascade,
    registrant_id uuid not null references registrants on delete cascade,
    signed_in_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index registrant_sessions_by_registrant on registrant_sessions (registrant_id);

-- Nobody rewrites what happened.
create trigger registration_changes_stay before update on registration_changes
    for each row execute function refuse_change();
create trigger consents_stay before update on consents
    for each row execute function refuse_change();
