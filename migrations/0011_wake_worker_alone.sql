-- Wakes the worker when this transaction commits, without making transactions wait for each other: one key
-- for all made every order hold the same row until it committed. A connection has one transaction at a
-- time, so a key of its own waits for nobody, and there are never more wake-ups than there were connections
-- since the worker last looked. What is due later needs none: the worker looks every minute.
create function wake_worker(task text) returns void language plpgsql as $$
begin
    perform graphile_worker.add_job(task, job_key => task || ':' || pg_backend_pid());
end
$$;
-- Programs of the release before run on beside this one until they end; a later release drops this.
create or replace function wake_worker(task text, payload jsonb, run_at timestamptz) returns void language plpgsql as $$
begin
    perform wake_worker(task);
end
$$;
