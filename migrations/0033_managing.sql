-- Looking after one's registration: changes that are not whole yet, changes of address, and the yearly question.

-- When its owner was last asked whether it is still right, and how often since without an answer.
alter table registrations add column asked_at timestamptz;
alter table registrations add column reminders smallint not null default 0 check (reminders between 0 and 2);
alter table registrations add check (asked_at is not null or reminders = 0);
create index registrations_to_ask on registrations (last_confirmed_at) where state = 'active' and asked_at is null;
create index registrations_asked on registrations (asked_at) where state = 'active' and asked_at is not null;
create index registrations_lapsed on registrations (last_confirmed_at) where state = 'lapsed';

-- Withdrawals that hold, to be erased after a while.
create index withdrawals_that_hold on withdrawals (at) where undone_at is null;

-- Changed answers that cannot be saved yet: others are asked because of them, or one is wrong, or somebody else
-- changed the registration meanwhile. They belong to the session that typed them.
create table registration_updates (
    registration_id uuid primary key references registrations on delete cascade,
    session_id uuid not null references sessions on delete cascade,
    -- The page that was answered last.
    step text not null check (char_length(step) <= 80),
    -- The version of the registration that was changed.
    version integer not null check (version >= 1),
    -- Pages that were answered.
    visited text[] not null,
    at timestamptz not null
);
create index registration_updates_by_session on registration_updates (session_id);
create table registration_update_answers (
    registration_id uuid not null references registration_updates on delete cascade,
    question text not null check (char_length(question) <= 160),
    typed text[],
    sealed bytea,
    primary key (registration_id, question),
    check (num_nulls(typed, sealed) = 1)
);

-- Another address: asked for, proved by a code, and undone by whoever reads mail at the old one.
create table email_changes (
    id uuid primary key,
    registrant_id uuid not null references registrants on delete cascade,
    old_email text not null,
    new_email text not null,
    asked_at timestamptz not null,
    changed_at timestamptz,
    undone_at timestamptz check (undone_at is null or changed_at is not null)
);
create index email_changes_by_registrant on email_changes (registrant_id, asked_at desc);
create index email_changes_by_time on email_changes (asked_at);
