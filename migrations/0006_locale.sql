-- The language of the interface in which a message was asked for.
alter table outbox add column locale text not null default 'en';
