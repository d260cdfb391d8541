-- Moving every open case of a scheme to another edition: what it would change, who said yes, and how far it is. A
-- preview, no fact: the events of the cases say what happened.
set local search_path = homeward, public;

-- The open cases of a scheme are asked for by page. Columns of their own keep the index out of the way of commands,
-- which change the state but none of these.
alter table case_file
  add column scheme text generated always as (state ->> 'scheme') stored,
  add column edition text generated always as (state ->> 'edition') stored,
  add column status text generated always as (state ->> 'status') stored;
create index case_file_open on case_file (scheme, "case") where status = 'open';

create table edition_move (
  move uuid primary key,
  scheme text not null,
  -- Where the cases are to go; where each comes from is on the case.
  edition text not null,
  reason text not null,
  state text not null check (state in ('previewing', 'previewed', 'moving', 'moved', 'cancelled')),
  asked_by uuid not null,
  confirmed_by uuid,
  role text not null,
  office text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  touched_at timestamptz not null,
  -- The last case that was judged: a preview goes on after it.
  reached uuid not null default '00000000-0000-0000-0000-000000000000',
  total int not null,
  judged int not null default 0,
  changed int not null default 0,
  refused int not null default 0,
  moved int not null default 0,
  -- How often each thing changes, and how often each refusal is given.
  changes jsonb not null default '{}',
  refusals jsonb not null default '{}'
);
create unique index edition_move_under_way on edition_move (scheme) where state in ('previewing', 'previewed', 'moving');
create index edition_move_recent on edition_move (scheme, asked_at desc);

-- What the move does to each case, judged at this version of it.
create table edition_move_case (
  move uuid not null references edition_move on delete cascade,
  "case" uuid not null,
  version int not null,
  from_edition text not null,
  result text not null check (result in ('changed', 'same', 'refused')),
  changes jsonb not null default '[]',
  refusal jsonb,
  moved_at timestamptz,
  primary key (move, "case")
);
create index edition_move_case_result on edition_move_case (move, result, "case");
create index edition_move_case_waiting on edition_move_case (move, "case") where moved_at is null and result <> 'refused';

do $$
declare t text;
begin
  foreach t in array array['edition_move', 'edition_move_case'] loop
    execute format('alter table homeward.%I enable row level security', t);
    execute format('alter table homeward.%I force row level security', t);
    execute format('create policy kernel on homeward.%I using (homeward.is_kernel()) with check (homeward.is_kernel())', t);
  end loop;
end $$;
grant select, insert, update on edition_move to homeward_app;
grant select, insert, update, delete on edition_move_case to homeward_app;

-- The move as such is for whoever manages the scheme; what it does to a case, for the offices that see the case.
create policy office_of_scheme on edition_move for select using (
  acting_role() = 'programme-manager'
  and exists (select from scheme_office o
    where o.scheme = edition_move.scheme and o.role = 'programme-manager' and o.office = acting_office())
);
create policy office_of_case on edition_move_case for select using (
  acting_role() = 'programme-manager'
  and exists (select from case_access a where a."case" = edition_move_case."case" and a.office = acting_office())
);
create policy not_recused on edition_move_case as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
