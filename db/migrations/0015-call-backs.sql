-- Who asked on the public questionnaire to be called back. Identity and nothing else: no answer is here. A row goes for
-- good on its day; it is no fact of a case, which begins with a registration.
set local search_path = homeward, public;

create table call_back (
  call_back uuid primary key,
  office text not null references office,
  role text not null,
  schemes text[] not null,
  name text not null,
  phone text,
  email text,
  best_time text not null,
  language text not null,
  asked_at timestamptz not null,
  erase_on date not null,
  outcome text,
  settled_at timestamptz,
  settled_by uuid,
  check (phone is not null or email is not null),
  check ((outcome is null) = (settled_at is null))
);
create index call_back_waiting on call_back (office, role, asked_at, call_back) where outcome is null;
create index call_back_settled on call_back (office, role, settled_at desc) where outcome is not null;
create index call_back_erase on call_back (erase_on);
-- Whoever asks twice is called once.
create unique index call_back_once on call_back (office, role, coalesce(phone, ''), coalesce(lower(email), ''))
  where outcome is null;

alter table call_back enable row level security;
alter table call_back force row level security;
create policy kernel on call_back using (is_kernel()) with check (is_kernel());
-- The office of the first interview, in the role that holds it.
create policy interview_office on call_back for select
  using (office = acting_office() and role = acting_role());
create policy interview_office_settles on call_back for update
  using (office = acting_office() and role = acting_role())
  with check (office = acting_office() and role = acting_role());
grant select, insert, update, delete on call_back to homeward_app;
