-- A draft that waits beside the one that is saved for the address ends like that one, and its owner is told before. In a
-- migration of its own: whoever writes a draft locks it and then a message, so that nothing may hold both tables.

-- As long as it takes: every draft is gone through.
set local statement_timeout = 0;

drop index registration_drafts_to_remind;
create index registration_drafts_to_remind on registration_drafts (expires_at)
    where reminded_at is null and (saved_at is not null or rival_of is not null);
