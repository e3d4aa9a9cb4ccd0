-- A message or feedback that is sent twice, as by a double press, is kept once.

alter table support_messages
    -- SHA-256 over the key of its page and everything that was written.
    add column sent_key bytea unique check (octet_length(sent_key) = 32);
alter table feedback
    -- The same; the key is drawn for each page, so that nothing leads from it to a person.
    add column sent_key bytea unique check (octet_length(sent_key) = 32);
