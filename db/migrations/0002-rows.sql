-- Rows made from the facts, rebuilt from them at any time, and records of use. The rights on them follow in the next file.
set local search_path = homeward, public;

-- Rows made from the facts -------------------------------------------------------------------------------------------
-- Which office sees a case, and why. A grant ends.
create table case_access (
  "case" uuid not null,
  office text not null,
  reason text not null,
  until timestamptz,
  primary key ("case", office, reason)
);

create table case_file (
  "case" uuid primary key,
  version int not null,
  state jsonb not null
);

-- One row per office that sees the case: the office's list. `name` is identity and is erased with the person.
create table case_list (
  office text not null,
  "case" uuid not null,
  scheme text not null,
  stage text not null,
  region text,
  aid text,
  status text not null,
  custody text not null,
  operator text,
  road text not null,
  name text not null,
  household int not null,
  opened_on date not null,
  changed_at timestamptz not null,
  due_on date,
  -- When this office's reason to see the case ends.
  until timestamptz,
  primary key ("case", office)
);
create index case_list_opened on case_list (office, opened_on desc, "case" desc);
create index case_list_filtered on case_list (office, stage, region, opened_on desc, "case" desc);
create index case_list_stage on case_list (office, stage, opened_on desc, "case" desc);
create index case_list_due on case_list (office, due_on, "case") where due_on is not null;

-- Counts by office, region and stage as differences: writers never wait for one another, readers sum.
create table case_count (
  office text not null,
  scheme text not null,
  region text not null,
  stage text not null,
  difference int not null
);
create index case_count_office on case_count (office) include (scheme, region, stage, difference);

-- Who owes what, of all open cases.
create table obligation (
  "case" uuid not null,
  key text not null,
  kind text not null,
  step text,
  role text not null,
  office text not null,
  opens_on date,
  due_on date,
  detail jsonb not null,
  primary key ("case", key)
);
create index obligation_owed on obligation (office, role, due_on, "case");

-- Names and phones as search keys, found by equality only (row security forbids other operators on an index).
create table name_key (
  key text not null,
  person uuid not null,
  "case" uuid not null,
  primary key (key, person)
);

create table sitting_file (
  sitting uuid primary key,
  version int not null,
  scheme text not null,
  office text not null,
  "on" date not null,
  status text not null,
  state jsonb not null
);
create index sitting_file_office on sitting_file (office, "on" desc, sitting);

-- The agenda of a sitting: the cases whose file was submitted to it.
create table sitting_agenda (
  sitting uuid not null,
  "case" uuid not null,
  place int not null default 0,
  outcome text,
  primary key (sitting, "case")
);
create index sitting_agenda_case on sitting_agenda ("case");

-- Who stepped aside from which file: they see nothing of it, before, during or after the sitting.
create table recusal (
  sitting uuid not null,
  "case" uuid not null,
  account uuid not null,
  primary key (account, "case", sitting)
);
create index recusal_sitting on recusal (sitting);

-- Records of use -----------------------------------------------------------------------------------------------------
-- Every opening of a person's file.
create table reading (
  "case" uuid not null,
  account uuid not null,
  role text not null,
  office text not null,
  what text not null,
  at timestamptz not null
);
create index reading_case on reading ("case", at desc);

create table notice (
  notice uuid primary key,
  "case" uuid,
  name text not null,
  means text not null check (means in ('e-mail', 'sms')),
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
  problem text,
  command uuid,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create unique index notice_once on notice (command, name, means, recipient) where command is not null;
create index notice_recent on notice (created_at desc, notice);

create table saved_view (
  account uuid not null references account on delete cascade,
  name text not null,
  filters jsonb not null,
  created_at timestamptz not null default now(),
  primary key (account, name)
);

create table upload (
  upload uuid primary key,
  account uuid not null,
  office text not null,
  "case" uuid not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  created_at timestamptz not null default now()
);
