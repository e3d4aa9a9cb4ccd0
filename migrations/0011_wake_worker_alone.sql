-- Wakes the worker when this transaction commits, without making transactions wait for each other: one key
-- for all made every order hold the same row until it committed. A connection has one transaction at a
-- time, so a key of its own waits for nobody, and waiting wake-ups are never more than connections.
-- What is due later needs no wake-up: the worker looks every minute.
drop function wake_worker(text, jsonb, timestamptz);
create function wake_worker(task text) returns void language plpgsql as $$
begin
    perform graphile_worker.add_job(task, job_key => task || ':' || pg_backend_pid());
end
$$;
