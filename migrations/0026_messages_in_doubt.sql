-- Whether nobody can know if a try arrived: the mail server took it and said nothing, or the sender ended before
-- the record. Such a message may have arrived twice, under one Message-ID.
alter table outbox add column ambiguous boolean not null default false;
