-- Staff: roles of accounts, and how whoever holds one signs in.

-- 'pending' is somebody unknown who came by a provider: they wait for approval, and may do nothing else.
alter table accounts drop constraint accounts_state_check;
alter table accounts add constraint accounts_state_check
    check (state in ('invited', 'active', 'suspended', 'pending', 'closed'));
alter table accounts
    add column catalogue_role text check (catalogue_role in ('publisher', 'fulfiller', 'admin')),
    -- 'admin' of the ministry administers the registry, 'admin' of another authority what is that authority's.
    add column registry_role text
        check (registry_role in ('viewer', 'verifier', 'coordinator', 'admin', 'privacy_officer')),
    -- Which authority they work for, as whoever gave them the role said it; never decided by their address.
    add column registry_organisation row_id references health_authorities,
    -- Of staff: when they were last there, within minutes.
    add column last_seen_at timestamptz,
    -- SHA-256 of the recovery codes that are left. They follow from the generation, and are shown until this moment.
    add column recovery_hashes bytea[] not null default '{}',
    add column recovery_generation uuid,
    add column recovery_shown_until timestamptz,
    add constraint accounts_registry_whole check ((registry_role is null) = (registry_organisation is null)),
    add constraint accounts_privacy_officer check (registry_role is distinct from 'privacy_officer' or registry_organisation = 'MOH'),
    add constraint accounts_role_of_known check (state in ('active', 'suspended') or (catalogue_role is null and registry_role is null)),
    add constraint accounts_recovery_whole check (recovery_generation is not null or (recovery_hashes = '{}' and recovery_shown_until is null));
create index accounts_staff_by_name on accounts (full_name, id)
    where catalogue_role is not null or registry_role is not null or state in ('pending', 'suspended');
create index accounts_catalogue_admins on accounts (id) where catalogue_role = 'admin';
create index accounts_by_registry_organisation on accounts (registry_organisation, registry_role) where registry_organisation is not null;

-- What staff may do, they may in a session in which they proved more than a link or a password.
alter table sessions
    add column staff_since timestamptz,
    -- When they proved it last: some things want that to be a few minutes ago.
    add column staff_confirmed_at timestamptz,
    -- Whose provider signed in, so that signing out ends it there too.
    add column provider_issuer text,
    add constraint sessions_staff_whole check (staff_since is null or (account_id is not null and staff_confirmed_at is not null));

-- Who was asked to be staff, or, with an account, to set anew how they sign in.
create table staff_invitations (
    id uuid primary key,
    -- SHA-256 of the token in the link.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    email text not null check (char_length(email) <= 254),
    email_norm text not null,
    account_id uuid references accounts on delete cascade,
    catalogue_role text check (catalogue_role in ('publisher', 'fulfiller', 'admin')),
    registry_role text check (registry_role in ('viewer', 'verifier', 'coordinator', 'admin', 'privacy_officer')),
    registry_organisation row_id references health_authorities,
    invited_by uuid references accounts on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    cancelled_at timestamptz,
    constraint staff_invitations_registry_whole check ((registry_role is null) = (registry_organisation is null)),
    constraint staff_invitations_privacy_officer check (registry_role is distinct from 'privacy_officer' or registry_organisation = 'MOH'),
    constraint staff_invitations_to_something check ((account_id is not null) = (catalogue_role is null and registry_role is null)),
    constraint staff_invitations_end_once check (accepted_at is null or cancelled_at is null)
);
create unique index staff_invitations_open on staff_invitations (email_norm) where accepted_at is null and cancelled_at is null;
create index staff_invitations_by_end on staff_invitations (expires_at);
create index staff_invitations_by_account on staff_invitations (account_id) where account_id is not null;
create index staff_invitations_by_inviter on staff_invitations (invited_by) where invited_by is not null;
create index staff_invitations_by_organisation on staff_invitations (registry_organisation) where registry_organisation is not null;

-- Between the first and the second step of signing in.
create table staff_sign_ins (
    session_id uuid primary key references sessions on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    -- Codes that were wrong.
    tries smallint not null default 0 check (tries >= 0),
    started_at timestamptz not null,
    expires_at timestamptz not null
);
create index staff_sign_ins_by_account on staff_sign_ins (account_id);
create index staff_sign_ins_by_end on staff_sign_ins (expires_at);

create table staff_authenticators (
    account_id uuid primary key references accounts on delete cascade,
    -- Sealed; nothing until the first one is set up.
    secret bytea,
    confirmed_at timestamptz,
    -- Sealed: of another one, while that is set up.
    next_secret bytea,
    -- Where: nobody else who knows the password sees it, or finishes it.
    next_session uuid references sessions on delete set null,
    -- The step of the last code that was taken: each works once.
    last_step bigint not null default 0 check (last_step >= 0),
    created_at timestamptz not null,
    constraint staff_authenticators_whole check ((secret is null) = (confirmed_at is null) and num_nonnulls(secret, next_secret) > 0)
);
create index staff_authenticators_by_session on staff_authenticators (next_session) where next_session is not null;

create table staff_passkeys (
    id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    credential_id bytea not null unique,
    credential jsonb not null,
    name text not null check (char_length(name) between 1 and 60),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index staff_passkeys_by_account on staff_passkeys (account_id, created_at, id);

-- What a passkey was asked, until it answers.
create table passkey_ceremonies (
    session_id uuid primary key references sessions on delete cascade,
    purpose text not null check (purpose in ('register', 'sign_in', 'confirm')),
    state jsonb not null,
    expires_at timestamptz not null
);
create index passkey_ceremonies_by_end on passkey_ceremonies (expires_at);

-- Who somebody is at a provider of OpenID Connect. No address ever stands in for this.
create table account_identities (
    issuer text not null check (char_length(issuer) <= 500),
    subject text not null check (char_length(subject) <= 255),
    account_id uuid not null references accounts on delete cascade,
    -- What the provider said last.
    email text check (char_length(email) <= 254),
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (issuer, subject)
);
create index account_identities_by_account on account_identities (account_id);

-- Whoever was sent to a provider and is to come back.
create table provider_sign_ins (
    session_id uuid primary key references sessions on delete cascade,
    -- SHA-256 of what comes back with them.
    state_hash bytea not null check (octet_length(state_hash) = 32),
    nonce text not null check (char_length(nonce) <= 200),
    pkce_verifier text not null check (char_length(pkce_verifier) <= 200),
    purpose text not null check (purpose in ('sign_in', 'confirm', 'invitation', 'connect')),
    invitation_id uuid references staff_invitations on delete cascade,
    -- Where they were going.
    next text check (char_length(next) <= 200),
    expires_at timestamptz not null
);
create index provider_sign_ins_by_invitation on provider_sign_ins (invitation_id) where invitation_id is not null;
create index provider_sign_ins_by_end on provider_sign_ins (expires_at);
