-- Whoever has a role and forgot their password opens the link of a message in the place of typing it, and takes the second
-- step like everybody: when they opened it.

alter table staff_sign_ins add column proved_at timestamptz;
