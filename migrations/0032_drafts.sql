-- Drafts written by two windows at once, and a second draft for one address.

-- The address, in lower case, where another draft was saved for it first: whoever reads its mail chooses which of
-- the two to keep.
alter table registration_drafts add column rival_of text;
alter table registration_drafts add check (rival_of is null or email_norm is null);
create index registration_drafts_rivals on registration_drafts (rival_of, touched_at) where rival_of is not null;
create index registration_drafts_to_remind on registration_drafts (expires_at)
    where saved_at is not null and reminded_at is null;

-- The version of the draft that wrote the answer: a window that was drawn before it does not overwrite it.
alter table draft_answers add column version integer not null default 0 check (version >= 0);

-- What was typed into such a window, until somebody says which answers to keep.
create table draft_conflicts (
    draft_id uuid primary key references registration_drafts on delete cascade,
    -- Address of the page below /register/.
    step text not null check (char_length(step) <= 80)
);
create table draft_conflict_answers (
    draft_id uuid not null references draft_conflicts on delete cascade,
    question text not null check (char_length(question) <= 160),
    typed text[],
    sealed bytea,
    primary key (draft_id, question),
    check (num_nulls(typed, sealed) = 1)
);
