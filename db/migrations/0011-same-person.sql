-- Who is the same person as in another case, as somebody said with a reason: made from the facts. Seen by the offices of
-- the case it was said on; the rules ask the kernel, which answers for the whole person and tells nobody of whom.
set local search_path = homeward, public;

create table person_link (
  "case" uuid not null,
  person uuid not null,
  same_as uuid not null,
  primary key ("case", same_as)
);
create index person_link_person on person_link (person);
create index person_link_same_as on person_link (same_as);
alter table person_link enable row level security;
alter table person_link force row level security;
create policy kernel on person_link using (is_kernel()) with check (is_kernel());
create policy office_of_case on person_link for select
  using (exists (select from case_access a where a."case" = person_link."case" and a.office = acting_office()));
create policy not_recused on person_link as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
grant select, insert, update, delete on person_link to homeward_app;
