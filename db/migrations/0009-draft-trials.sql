-- A draft tried on the cases that its reader may see: how far it is, and what it found. Ids only, for the reader alone.
set local search_path = homeward, public;

create table draft_trial (
  trial uuid primary key,
  draft uuid not null,
  -- The text that is tried, and which edition of it.
  text text not null,
  edition text not null,
  account uuid not null references account on delete cascade,
  role text not null,
  office text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  tried int not null default 0,
  total int not null default 0,
  counts jsonb not null default '{}',
  effects jsonb not null default '[]',
  created_at timestamptz not null default now()
);
create index draft_trial_account on draft_trial (account, draft);

alter table draft_trial enable row level security;
alter table draft_trial force row level security;
create policy kernel on draft_trial using (is_kernel()) with check (is_kernel());
create policy own on draft_trial for select using (account = acting_user());
grant select, insert, update, delete on draft_trial to homeward_app;
