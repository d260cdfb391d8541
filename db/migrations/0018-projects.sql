-- Projects: the contents of saved versions (identity and words, erasable), the price book, and what became of the projects
-- of a scheme.
set local search_path = homeward, public;

-- The content of a version as text, of which its event holds the SHA-256.
create table project_content (
  project uuid primary key,
  "case" uuid not null,
  body text not null,
  erased_at timestamptz
);
create index project_content_case on project_content ("case");
alter table project_content enable row level security;
alter table project_content force row level security;
create policy kernel on project_content using (is_kernel()) with check (is_kernel());
create policy office_of_case on project_content for select
  using (exists (select from case_access a where a."case" = project_content."case" and a.office = acting_office()));
create policy not_recused on project_content as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
grant select, insert, update, delete on project_content to homeward_app;

-- What things cost: the catalogue's starting set and what invoices said. Minor units for one unit. No case and no person
-- stand here: an invoice's price is known by the id that its event gave it, and by nothing else.
create table price (
  price uuid primary key,
  country text not null,
  region text,
  activity text,
  item text not null,
  unit text not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  "on" date not null,
  source text not null check (source in ('invoice', 'document', 'assumption'))
);
create index price_book on price (country, item, unit, currency) include (region, activity, amount, "on", source);
alter table price enable row level security;
alter table price force row level security;
create policy kernel on price using (is_kernel()) with check (is_kernel());
-- Prices are no secret among those who work here; who may come in at all is a matter of sessions.
create policy signed_in on price for select using (acting_user() is not null);
grant select, insert, update, delete on price to homeward_app;

-- One row for each case with a project: what it is, where, when it began and whether it lives. Made from the facts. It is
-- read by the kernel alone, which tells of other offices' cases only how many.
create table project_outcome (
  "case" uuid primary key,
  scheme text not null,
  sector text,
  activity text,
  region text,
  started_on date,
  alive_at_6 boolean,
  alive_at_12 boolean,
  closed_on date,
  closed_for text
);
create index project_outcome_near on project_outcome (scheme, sector, region, started_on desc);
alter table project_outcome enable row level security;
alter table project_outcome force row level security;
create policy kernel on project_outcome using (is_kernel()) with check (is_kernel());
create policy office_of_case on project_outcome for select
  using (exists (select from case_access a where a."case" = project_outcome."case" and a.office = acting_office()));
create policy not_recused on project_outcome as restrictive for select
  using (is_kernel() or "case" not in (select r."case" from recusal r where r.account = acting_user()));
grant select, insert, update, delete on project_outcome to homeward_app;
