-- Which catalogue files were read already, by content: a start does not check a hundred unchanged schemes again.
set local search_path = homeward, public;
create table catalogue_file (
  name text primary key,
  fingerprint text not null,
  read_at timestamptz not null default now()
);
alter table catalogue_file enable row level security;
alter table catalogue_file force row level security;
create policy kernel on catalogue_file using (is_kernel()) with check (is_kernel());
grant select, insert, update on catalogue_file to homeward_app;
