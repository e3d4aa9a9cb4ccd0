-- What staff are given to sign in with has an end of its own.

-- An authenticator that is being set up: whatever was begun before has as long from now.
alter table staff_authenticators add column next_expires_at timestamptz;
update staff_authenticators set next_expires_at = now() + interval '15 minutes' where next_secret is not null;
alter table staff_authenticators
    add constraint staff_authenticators_next_ends check ((next_secret is null) = (next_expires_at is null));
create index staff_authenticators_by_end on staff_authenticators (next_expires_at) where next_expires_at is not null;

-- Recovery codes are shown once, in the session that made them: the set of them that it has still to show. Those that were
-- made before are shown no more.
alter table sessions add column recovery_generation uuid;

-- Nobody was ever in this state: whoever is invited has no account yet.
update accounts set state = 'suspended' where state = 'invited';
alter table accounts drop constraint accounts_state_check;
alter table accounts add constraint accounts_state_check check (state in ('active', 'suspended', 'pending', 'closed'));
