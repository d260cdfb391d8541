-- In which results of its scheme a case counts, one row for each office that sees the case or reads the scheme's
-- figures: made from the facts. No identity lies here, so that a funder can count what it may not open.
set local search_path = homeward, public;

create table case_result (
  office text not null,
  scheme text not null,
  result text not null,
  "case" uuid not null,
  region text not null,
  people int not null,
  opened_on date not null,
  primary key ("case", office, result)
);
create index case_result_counted on case_result (office, scheme, result, opened_on desc, "case" desc) include (region, people);
alter table case_result enable row level security;
alter table case_result force row level security;
create policy kernel on case_result using (is_kernel()) with check (is_kernel());
create policy office_of_case on case_result for select using (office = acting_office());
grant select, insert, update, delete on case_result to homeward_app;

-- How many sittings were held: the figure that some schemes publish.
create index sitting_file_held on sitting_file (scheme, status, "on" desc, sitting);
