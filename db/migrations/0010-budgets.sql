-- What awards take of a scheme's budget, by line and year: made from the facts.
set local search_path = homeward, public;

create table budget_line (
  scheme text not null,
  line text not null,
  year int not null,
  -- Minor units of the scheme's currency.
  granted bigint not null default 0,
  primary key (scheme, line, year)
);
alter table budget_line enable row level security;
alter table budget_line force row level security;
create policy kernel on budget_line using (is_kernel()) with check (is_kernel());
-- The offices that play a part in the scheme see how much is granted, never to whom.
create policy office_of_scheme on budget_line for select
  using (exists (select from scheme_office o where o.scheme = budget_line.scheme and o.office = acting_office()));
grant select, insert, update, delete on budget_line to homeward_app;
