-- Operators of a scheme: their standing (accreditation) and the calls to become one, made from events; who applied on the
-- public page; and how operators work, counted from the cases they were named for.
set local search_path = homeward, public;

-- An organisation's standing in one scheme. There is one stream for each.
create table operator_sheet (
  accreditation uuid primary key,
  version int not null,
  scheme text not null,
  office text not null,
  status text not null,
  until_on date,
  -- The contract in force.
  contract_from date,
  contract_until date,
  -- Minor units by service.
  prices jsonb not null,
  insured_until date,
  changed_at timestamptz not null,
  -- What designation asks of it, and all that its events say.
  sheet jsonb not null,
  state jsonb not null
);
create unique index operator_sheet_once on operator_sheet (scheme, office);
create index operator_sheet_office on operator_sheet (office);

create table operator_call (
  "call" uuid primary key,
  version int not null,
  scheme text not null,
  office text not null,
  from_on date not null,
  until_on date not null,
  closed_on date,
  changed_at timestamptz not null,
  state jsonb not null
);
create index operator_call_scheme on operator_call (scheme, until_on desc, "call");
create index operator_call_open on operator_call (until_on, from_on) where closed_on is null;

-- Identity and words of an organisation that applied without an account; it goes for good on its day.
create table call_application (
  application uuid primary key,
  "call" uuid not null,
  organisation text not null,
  contact text not null,
  email text not null,
  phone text,
  place text not null,
  type text not null,
  lots text[] not null,
  body text not null,
  language text not null,
  asked_at timestamptz not null,
  erase_on date not null,
  outcome text check (outcome in ('invited', 'declined')),
  settled_at timestamptz,
  settled_by uuid,
  check ((outcome is null) = (settled_at is null))
);
create index call_application_waiting on call_application ("call", asked_at, application);
create index call_application_erase on call_application (erase_on);
-- Who applies twice is heard once.
create unique index call_application_once on call_application ("call", lower(email)) where outcome is null;

-- What each case says of each operator that was named for it. No identity lies here.
create table operator_case (
  "case" uuid not null,
  number int not null,
  scheme text not null,
  office text not null,
  designated_on date not null,
  accepted boolean not null,
  open boolean not null,
  days_to_answer int,
  days_to_first_meeting int,
  days_to_plan int,
  days_to_difficulty_answer int[] not null,
  visits_made int not null,
  visits_on_time int not null,
  visits_due date[] not null,
  first_visit_due date,
  alive_at_6 boolean,
  alive_at_12 boolean,
  satisfaction real,
  services text[] not null,
  primary key ("case", number)
);
create index operator_case_operator on operator_case (scheme, office, designated_on desc, "case");
create index operator_case_late on operator_case (scheme, first_visit_due) where first_visit_due is not null;

-- The figures of each operator, counted by the worker. Whose cases, contract or prices changed since is marked (writers
-- add marks and never wait for one another), and counted anew by whoever reads.
create table operator_performance (
  scheme text not null,
  office text not null,
  caseload int not null,
  designated int not null,
  committed bigint not null,
  days_to_answer real,
  days_to_first_meeting real,
  days_to_plan real,
  days_to_difficulty_answer real,
  visits_made int not null,
  visits_on_time int not null,
  alive_at_6 real,
  alive_at_12 real,
  satisfaction real,
  primary key (scheme, office)
);
create table operator_changed (scheme text not null, office text not null);
create index operator_changed_operator on operator_changed (scheme, office);

-- One operator's figures as its rows say. Runs with the rights of whoever asks.
create function operator_figures(of_scheme text, of_office text) returns operator_performance stable language sql as $$
  select of_scheme, of_office,
    (count(distinct c."case") filter (where c.open))::int,
    count(distinct c."case")::int,
    coalesce(sum((
      select sum((s.prices ->> service)::bigint) from unnest(c.services) service
    )) filter (where c.designated_on between s.contract_from and s.contract_until), 0)::bigint,
    percentile_cont(0.5) within group (order by c.days_to_answer)::real,
    percentile_cont(0.5) within group (order by c.days_to_first_meeting)::real,
    percentile_cont(0.5) within group (order by c.days_to_plan)::real,
    (select percentile_cont(0.5) within group (order by answer)::real
      from homeward.operator_case a, unnest(a.days_to_difficulty_answer) answer
      where a.scheme = of_scheme and a.office = of_office),
    coalesce(sum(c.visits_made), 0)::int,
    coalesce(sum(c.visits_on_time), 0)::int,
    avg(c.alive_at_6::int)::real,
    avg(c.alive_at_12::int)::real,
    avg(c.satisfaction)::real
  from homeward.operator_case c
    left join homeward.operator_sheet s on s.scheme = c.scheme and s.office = c.office
  where c.scheme = of_scheme and c.office = of_office
$$;

-- Schemes in which the acting office plays the acting role, where that role oversees operators.
create function overseen_schemes() returns setof text stable language sql as $$
  select o.scheme from homeward.scheme_office o
  where o.office = homeward.acting_office() and o.role = homeward.acting_role()
    and o.role in ('coordinator', 'programme-manager', 'payment-approver')
$$;

do $$
declare t text;
begin
  foreach t in array array['operator_sheet', 'operator_call', 'call_application', 'operator_case', 'operator_performance', 'operator_changed'] loop
    execute format('alter table homeward.%I enable row level security', t);
    execute format('alter table homeward.%I force row level security', t);
    execute format('create policy kernel on homeward.%I using (homeward.is_kernel()) with check (homeward.is_kernel())', t);
    execute format('grant select, insert, update, delete on homeward.%I to homeward_app', t);
  end loop;
  -- The operator itself, and those who oversee the operators of the scheme.
  foreach t in array array['operator_sheet', 'operator_case', 'operator_performance', 'operator_changed'] loop
    execute format(
      'create policy operator_or_overseer on homeward.%I for select using (office = homeward.acting_office() or scheme in (select homeward.overseen_schemes()))',
      t
    );
  end loop;
end $$;
-- A call is public by nature; who answered it is not.
create policy signed_in on operator_call for select using (acting_user() is not null);
create policy calling_office on call_application for select using (
  acting_role() = 'programme-manager'
  and exists (select from operator_call c where c."call" = call_application."call" and c.office = acting_office())
);
create policy calling_office_settles on call_application for update using (
  acting_role() = 'programme-manager'
  and exists (select from operator_call c where c."call" = call_application."call" and c.office = acting_office())
);

create policy operator_or_overseer on event for select using (
  kind = 'accreditation' and exists (select from operator_sheet s where s.accreditation = event.stream)
);
create policy call_is_public on event for select using (kind = 'call' and acting_user() is not null);
create policy operator_or_overseer on erasable_text for select using (
  exists (select from operator_sheet s where s.accreditation = erasable_text.stream)
  or exists (select from operator_call c where c."call" = erasable_text.stream)
);
-- Papers that prove what an organisation says of itself; on their way in, only whoever brings them sees them.
create policy operator_or_overseer on document for select using (
  exists (select from operator_sheet s where s.accreditation = document."case")
  or (paper = 'accreditation' and uploaded_by = acting_user())
);
