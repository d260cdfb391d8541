-- The queue's own tables belong to the owner; the application may only add a job, through this door.
-- Jobs with the same key wait as one.
create function homeward.enqueue(task text, payload json, key text default null) returns void
  language plpgsql security definer set search_path = homeward, public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key);
end $$;
revoke all on function homeward.enqueue(text, json, text) from public;
grant execute on function homeward.enqueue(text, json, text) to homeward_app;
