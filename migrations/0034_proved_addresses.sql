-- Sessions in which an address was proved: forgotten once whoever had it is erased.
create index sessions_by_confirmed_email on sessions (confirmed_email) where confirmed_email is not null;
