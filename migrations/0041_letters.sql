-- What was written to people, found by whom it went to and by its age.

-- As long as it takes: every message is gone through.
set local statement_timeout = 0;

-- What was written to somebody: found by the address when they ask what is held of them, and deleted when they are
-- erased.
create index outbox_by_recipient on outbox (lower(recipient));
-- Messages that are over, by their age: they go after a year, and what was given up says nothing any more after a month.
create index outbox_over on outbox (created_at) where state in ('sent', 'failed');
create index outbox_given_up on outbox (created_at) where state = 'failed' and detail <> '{}';
