-- Schemes that are added or changed while the system runs: drafts with the text of their file, and published editions
-- that nobody can change, not even the owner of the database by mistake.
set local search_path = homeward, public;

create function keep_as_published() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition never changes' using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_as_published before update or delete on scheme_file
  for each row execute function keep_as_published();
create trigger keep_all_as_published before truncate on scheme_file
  for each statement execute function keep_as_published();

-- The text of a scheme file, once, under its SHA-256; events and drafts name it by that.
create table scheme_text (
  text text primary key,
  body text not null,
  kept_at timestamptz not null default now()
);

create table scheme_draft (
  draft uuid primary key,
  version int not null,
  status text not null,
  scheme text,
  office text not null,
  changed_at timestamptz not null,
  state jsonb not null
);
create index scheme_draft_changed on scheme_draft (changed_at desc, draft);

do $$
declare t text;
begin
  foreach t in array array['scheme_text', 'scheme_draft'] loop
    execute format('alter table homeward.%I enable row level security', t);
    execute format('alter table homeward.%I force row level security', t);
    execute format('create policy kernel on homeward.%I using (homeward.is_kernel()) with check (homeward.is_kernel())', t);
    execute format(
      'create policy keeper on homeward.%I for select using (homeward.acting_role() in (''programme-manager'', ''administrator''))',
      t
    );
  end loop;
end $$;
grant select, insert on scheme_text to homeward_app;
grant select, insert, update on scheme_draft to homeward_app;

create policy keeper_of_schemes on event for select
  using (kind = 'draft' and acting_role() in ('programme-manager', 'administrator'));
create policy keeper_of_schemes on erasable_text for select
  using (exists (select from scheme_draft d where d.draft = erasable_text.stream));
