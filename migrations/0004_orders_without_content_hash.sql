-- A checkout's key is drawn anew with every change of what would be ordered, so one key has one
-- content by construction; nothing ever compared this hash.
alter table orders drop column content_hash;
