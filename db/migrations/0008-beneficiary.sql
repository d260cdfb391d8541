-- The organisation or the group that a case is about: its name is no fact of the case, can be erased, and is seen as the
-- people of the case are.
set local search_path = homeward, public;
create table beneficiary (
  "case" uuid primary key,
  kind text not null check (kind in ('organisation', 'group')),
  name text not null,
  registration text,
  place text,
  phone text,
  email text,
  erased_at timestamptz
);
alter table beneficiary enable row level security;
alter table beneficiary force row level security;
create policy kernel on beneficiary using (is_kernel()) with check (is_kernel());
create policy office_of_case on beneficiary for select
  using (exists (select from case_access a where a."case" = beneficiary."case" and a.office = acting_office()));
create policy not_recused on beneficiary as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
grant select, insert, update, delete on beneficiary to homeward_app;
