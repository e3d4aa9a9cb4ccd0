-- Two registrations that took a while, and what is said of such.

insert into registering_times (sent_on, seconds) values ('2026-11-29', 540), ('2026-11-29', 0);
insert into registering_minutes (minutes) values (9);
