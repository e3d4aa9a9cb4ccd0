-- Another address of an account is used once it was confirmed at both addresses: at the new one, and at the one that
-- there is. What was asked for before has no link to the second, and ends within minutes.

alter table account_email_changes
    -- SHA-256 of the token in the link to the address that there is.
    add column old_token_hash bytea unique check (octet_length(old_token_hash) = 32),
    -- When each of the two was confirmed.
    add column confirmed_new_at timestamptz,
    add column confirmed_old_at timestamptz;
