-- Files on their way in. The bytes of a part lie sealed in the file store under the part's id; the row comes first, so
-- that nothing lies there that no row knows of.
set local search_path = homeward, public;

alter table upload add column paper text not null default 'other';
alter table upload add column media_type text not null default '';
alter table upload add column finished_at timestamptz;
create index upload_created on upload (created_at);
create index upload_account on upload (account) where finished_at is null;

create table upload_part (
  part uuid primary key,
  upload uuid not null references upload on delete cascade,
  account uuid not null,
  start bigint not null,
  -- Null until all of it has arrived.
  size bigint
);
create index upload_part_upload on upload_part (upload, start);

alter table upload_part enable row level security;
alter table upload_part force row level security;
create policy kernel on upload_part using (is_kernel()) with check (is_kernel());
create policy own on upload_part using (account = acting_user()) with check (account = acting_user());
grant select, insert, update, delete on upload_part to homeward_app;
create index document_created on document (created_at);
