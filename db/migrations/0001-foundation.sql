-- The house's ground: facts (events), identity that can be erased (person, erasable_text), rows made from the facts
-- (projections), accounts, and the rights on all of them. Runs as the owner; the server works as homeward_app.
create schema homeward;
grant usage on schema homeward to homeward_app;
set local search_path = homeward, public;

-- Who acts, as the door (asActor) said at the start of the transaction. After commit a pooled connection answers the
-- empty string, never NULL, hence nullif.
create function acting_user() returns uuid stable language sql
  as $$ select nullif(current_setting('homeward.user', true), '')::uuid $$;
create function acting_office() returns text stable language sql
  as $$ select nullif(current_setting('homeward.office', true), '') $$;
create function acting_role() returns text stable language sql
  as $$ select nullif(current_setting('homeward.role', true), '') $$;
-- The kernel writes what a command decided, and jobs act as the system.
create function is_kernel() returns boolean stable language sql
  as $$ select coalesce(current_setting('homeward.role', true) = 'system', false) $$;

-- Offices and accounts -----------------------------------------------------------------------------------------------
create table office (
  office text primary key,
  name text not null,
  kind text not null check (kind in ('agency', 'representation', 'operator', 'committee', 'finance', 'programme', 'administration')),
  country char(2) not null,
  region text,
  place text,
  sector text check (sector in ('public', 'private', 'association'))
);

-- Which office plays a role in a scheme: operators, committee, finance, programme.
create table scheme_office (
  scheme text not null,
  role text not null,
  office text not null references office,
  primary key (scheme, role, office)
);

create table account (
  account uuid primary key,
  email text not null unique,
  name text not null,
  language text not null default 'fr',
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table credential (
  account uuid primary key references account on delete cascade,
  password_hash text not null,
  totp_secret text,
  totp_last_step bigint
);

-- A role in an office; every seat ends or is reviewed.
create table seat (
  account uuid not null references account on delete cascade,
  role text not null,
  office text not null references office,
  until timestamptz,
  primary key (account, role, office)
);

create table session (
  token_hash bytea primary key,
  account uuid not null references account on delete cascade,
  role text not null,
  office text not null,
  device text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_account on session (account);

create table sign_in_attempt (
  email text not null,
  address text not null,
  at timestamptz not null default now(),
  succeeded boolean not null
);
create index sign_in_attempt_recent on sign_in_attempt (email, at desc);
create index sign_in_attempt_address on sign_in_attempt (address, at desc);

-- What was done to accounts and rights, by whom.
create table administration_log (
  entry bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account uuid not null,
  act text not null,
  facts jsonb not null
);

-- Schemes ------------------------------------------------------------------------------------------------------------
create table scheme_file (
  scheme text not null,
  edition text not null,
  body jsonb not null,
  fingerprint text not null,
  published_at timestamptz not null default now(),
  primary key (scheme, edition)
);

-- Facts --------------------------------------------------------------------------------------------------------------
create table event (
  stream uuid not null,
  version int not null,
  kind text not null,
  type text not null,
  data jsonb not null,
  actor uuid not null,
  role text not null,
  office text not null,
  command uuid not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (stream, version)
);

-- Every judged command with its answer: a repeat gets the first answer.
create table command (
  command uuid primary key,
  name text not null,
  stream uuid not null,
  actor uuid not null,
  role text not null,
  office text not null,
  answer jsonb not null,
  recorded_at timestamptz not null default now()
);
create index command_stream on command (stream);

-- Identity and words, erasable ----------------------------------------------------------------------------------------
create table person (
  person uuid primary key,
  "case" uuid not null,
  relation text not null,
  given_name text not null,
  family_name text not null,
  chosen_name text,
  birth text,
  birth_estimated boolean not null default false,
  sex text,
  nationality char(2),
  phone text,
  email text,
  language text,
  erased_at timestamptz
);
create index person_case on person ("case");
create index person_phone on person (phone) where phone is not null;

create table erasable_text (
  reference text primary key,
  stream uuid not null,
  body text not null
);
create index erasable_text_stream on erasable_text (stream);

create table document (
  document uuid primary key,
  "case" uuid not null,
  name text not null,
  paper text not null,
  media_type text not null,
  size bigint not null,
  fingerprint text not null,
  storage_key text not null,
  exif jsonb,
  uploaded_by uuid not null,
  office text not null,
  created_at timestamptz not null default now(),
  erased_at timestamptz
);
create index document_case on document ("case");

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
