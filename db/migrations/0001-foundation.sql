-- The house's ground: facts (events), identity that can be erased (person, erasable_text), and accounts. Runs as the owner;
-- the server works as homeward_app.
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

