-- Rights and row security. Two rules hold for every table: row security is forced (also for the owner), and the
-- application cannot change or remove a fact.
set local search_path = homeward, public;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'homeward' loop
    execute format('alter table homeward.%I enable row level security', t);
    execute format('alter table homeward.%I force row level security', t);
    execute format('create policy kernel on homeward.%I using (homeward.is_kernel()) with check (homeward.is_kernel())', t);
    execute format('grant select, insert, update, delete on homeward.%I to homeward_app', t);
  end loop;
end $$;

-- Facts and records of use are only ever added.
revoke update, delete, truncate on event, command, reading, administration_log from homeward_app;
revoke update, delete on scheme_file from homeward_app;

-- Open to everyone who is signed in: offices, published schemes, colleagues' names.
create policy signed_in on office for select using (acting_user() is not null);
create policy signed_in on scheme_office for select using (acting_user() is not null);
create policy signed_in on scheme_file for select using (acting_user() is not null);
create policy signed_in on account for select using (acting_user() is not null);
create policy signed_in on seat for select using (acting_user() is not null);

-- One's own.
create policy own on session for select using (account = acting_user());
create policy own on saved_view using (account = acting_user()) with check (account = acting_user());
create policy own on upload using (account = acting_user()) with check (account = acting_user());
create policy own on command for select using (actor = acting_user());

-- Administration.
create policy administrator on administration_log for select using (acting_role() in ('administrator', 'data-protection-officer'));
create policy administrator on notice for select using (acting_role() = 'administrator');

-- A case and all that hangs on it: seen by the offices that have a reason to. Written out per table, because a
-- function with a subquery would be called for every row instead of being planned.
create policy office_of_case on case_access for select using (office = acting_office() and (until is null or until > now()));
create policy office_of_case on case_list for select using (office = acting_office() and (until is null or until > now()));
create policy office_of_case on case_count for select using (office = acting_office());
create policy office_of_case on name_key for select
  using (exists (select from case_access a where a."case" = name_key."case" and a.office = acting_office()));
create policy office_of_case on case_file for select
  using (exists (select from case_access a where a."case" = case_file."case" and a.office = acting_office()));
create policy office_of_case on person for select
  using (exists (select from case_access a where a."case" = person."case" and a.office = acting_office()));
create policy office_of_case on document for select
  using (exists (select from case_access a where a."case" = document."case" and a.office = acting_office()));
create policy office_of_case on obligation for select using (
  office = acting_office()
  or exists (select from case_access a where a."case" = obligation."case" and a.office = acting_office())
);
create policy office_of_case on sitting_agenda for select
  using (exists (select from case_access a where a."case" = sitting_agenda."case" and a.office = acting_office()));
create policy office_of_case on reading for select
  using (exists (select from case_access a where a."case" = reading."case" and a.office = acting_office()));
create policy office_of_case on event for select using (
  exists (select from case_access a where a."case" = event.stream and a.office = acting_office())
  or (kind = 'sitting' and exists (select from sitting_file s where s.sitting = event.stream))
);
create policy office_of_case on erasable_text for select using (
  exists (select from case_access a where a."case" = erasable_text.stream and a.office = acting_office())
  or exists (select from sitting_file s where s.sitting = erasable_text.stream)
);

-- Sittings: the committee's office, and the offices of the scheme that bring files.
create policy office_of_scheme on sitting_file for select using (
  office = acting_office()
  or exists (select from scheme_office o where o.scheme = sitting_file.scheme and o.office = acting_office())
);

-- Whoever stepped aside from a file sees nothing of it, whatever else they may see. A list of ids, asked once a query.
create policy own on recusal for select using (account = acting_user());
do $$
declare t text; key text;
begin
  foreach t in array array['case_file', 'case_list', 'person', 'document', 'event', 'erasable_text', 'sitting_agenda', 'obligation', 'name_key'] loop
    key := case when t in ('event', 'erasable_text') then 'stream' else 'case' end;
    execute format(
      'create policy not_recused on homeward.%I as restrictive for select using (is_kernel() or %I not in (select r."case" from homeward.recusal r where r.account = acting_user()))',
      t, key
    );
  end loop;
end $$;
