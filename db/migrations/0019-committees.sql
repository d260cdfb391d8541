-- Committees at work: who holds their seats, packs as they were frozen, what members note for themselves on them, and how
-- far a job on all files of a sitting has come.
set local search_path = homeward, public;

-- The seats of a committee, made from the events of its mandates.
create table committee_file (
  committee uuid primary key,
  version int not null,
  scheme text not null,
  name text not null,
  office text not null,
  state jsonb not null,
  unique (scheme, name, office)
);

-- A pack as it was frozen: where its PDF and its data lie, and SHA-256 over both. A later freezing adds a row, so that what
-- was decided on stays. The event says the hash too; what lies in the store is held against it at every reading.
create table sitting_pack (
  sitting uuid not null,
  "case" uuid not null,
  hash text not null,
  version int not null,
  pages int not null,
  size int not null,
  frozen_at timestamptz not null,
  primary key (sitting, "case", hash)
);
create index sitting_pack_case on sitting_pack ("case");

create table sitting_work (
  sitting uuid not null,
  kind text not null check (kind in ('packs', 'letters')),
  total int not null,
  done int not null default 0,
  failed jsonb not null default '[]',
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (sitting, kind)
);

-- Notes of one's own on a pack.
create table annotation (
  annotation uuid primary key,
  account uuid not null references account on delete cascade,
  sitting uuid not null,
  "case" uuid not null,
  page int,
  body text not null,
  at timestamptz not null
);
create index annotation_own on annotation (account, sitting, "case", page, at);

do $$
declare t text;
begin
  foreach t in array array['committee_file', 'sitting_pack', 'sitting_work', 'annotation'] loop
    execute format('alter table homeward.%I enable row level security', t);
    execute format('alter table homeward.%I force row level security', t);
    execute format('create policy kernel on homeward.%I using (homeward.is_kernel()) with check (homeward.is_kernel())', t);
    execute format('grant select, insert, update, delete on homeward.%I to homeward_app', t);
  end loop;
end $$;

create policy office_of_scheme on committee_file for select using (
  office = acting_office()
  or exists (select from scheme_office o where o.scheme = committee_file.scheme and o.office = acting_office())
);
create policy office_of_case on sitting_pack for select
  using (exists (select from case_access a where a."case" = sitting_pack."case" and a.office = acting_office()));
create policy office_of_sitting on sitting_work for select
  using (exists (select from sitting_file s where s.sitting = sitting_work.sitting and s.office = acting_office()));
-- Nobody else reads them, whatever their role.
create policy own on annotation using (account = acting_user())
  with check (
    account = acting_user()
    and exists (select from sitting_agenda a where a.sitting = annotation.sitting and a."case" = annotation."case")
  );

-- Whoever stepped aside from a file opens nothing of it: neither its pack nor what they noted before.
create policy not_recused on sitting_pack as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
create policy not_recused on annotation as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));

-- The events of a committee's seats are read by whoever sees the committee.
create policy office_of_committee on event for select
  using (kind = 'committee' and exists (select from committee_file c where c.committee = event.stream));
create policy office_of_committee on erasable_text for select
  using (exists (select from committee_file c where c.committee = erasable_text.stream));

-- Sittings from the time before know nothing of the new things.
update sitting_file set state = jsonb_build_object(
  'procedure', 'meeting', 'answerBy', null, 'cutOffOn', null, 'rule', null, 'proxies', '[]'::jsonb, 'calledAt', null,
  'agenda', '[]'::jsonb, 'freezing', null, 'packs', '[]'::jsonb, 'chair', null, 'openFile', null,
  'hearings', '[]'::jsonb, 'questions', '[]'::jsonb, 'ballots', '[]'::jsonb, 'additions', '[]'::jsonb,
  'voided', '[]'::jsonb, 'lettersAskedAt', null) || state;
