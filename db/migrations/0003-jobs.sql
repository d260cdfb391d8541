-- The queue's own tables belong to the owner; the application may only add a job, through this door.
create function homeward.enqueue(task text, payload json) returns void
  language plpgsql security definer set search_path = homeward, public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload);
end $$;
revoke all on function homeward.enqueue(text, json) from public;
grant execute on function homeward.enqueue(text, json) to homeward_app;
