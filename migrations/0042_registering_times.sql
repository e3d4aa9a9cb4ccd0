-- How long people take to register, so that the next ones know before they begin. Nothing here is about anybody.

-- One row for each registration that was sent as it was begun, without being saved: a day, and seconds.
create table registering_times (
    sent_on date not null,
    seconds integer not null check (seconds >= 0)
);
create index registering_times_by_day on registering_times (sent_on);

-- What is said of them, counted every night; no row while there are too few.
create table registering_minutes (
    single boolean primary key default true check (single),
    minutes integer not null check (minutes > 0)
);
