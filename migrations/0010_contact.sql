-- What people tell us, and what we tell everybody.

-- Messages to the support desk.
create table support_messages (
    id uuid primary key,
    summary text not null check (char_length(summary) between 1 and 100),
    message text not null check (char_length(message) between 1 and 500),
    contact_name text not null,
    contact_email text not null,
    status text not null default 'open' check (status in ('open', 'waiting', 'closed')),
    created_at timestamptz not null
);
create index support_messages_by_status on support_messages (status, created_at);

-- What somebody thinks of the service. Nobody's trace but what they wrote.
create table feedback (
    id uuid primary key,
    how_satisfied text check (how_satisfied in ('very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied')),
    would_recommend text check (char_length(would_recommend) <= 50),
    where_did_you_hear text check (char_length(where_did_you_hear) <= 255),
    why_did_you_come text check (char_length(why_did_you_come) <= 255),
    did_you_get_what_you_wanted text check (char_length(did_you_get_what_you_wanted) <= 100),
    improve_our_service text check (char_length(improve_our_service) <= 2000),
    created_at timestamptz not null
);
create index feedback_by_day on feedback (created_at);

-- What stands above every page while it is true.
create table notices (
    id uuid primary key,
    message text not null check (char_length(message) between 1 and 500),
    enabled boolean not null default false,
    start_at timestamptz,
    end_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (end_at > start_at)
);

-- Programs keep notices with the catalogue, and read them again when they change.
create function public.notices_changed() returns trigger language plpgsql as $$
begin
    update public.catalogue_version set version = version + 1;
    return null;
end
$$;
create trigger notices_changed after insert or update or delete on notices
    for each statement execute function public.notices_changed();
