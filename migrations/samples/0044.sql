-- One entry is sealed, the other waits.
select seal_audit(1);
