-- Signatures bound to a document. What was signed by whom is in the events; here lie the digests by which a new version
-- is compared with the one before, where a fingerprint is found again, and what the links that were sent hash to.
set local search_path = homeward, public;

alter table document add column parts jsonb;

-- Which case asked for signatures under these bytes. Made from the events of the cases.
create table signed_document (
  fingerprint text not null,
  "case" uuid not null,
  primary key (fingerprint, "case")
);
create index signed_document_case on signed_document ("case");
alter table signed_document enable row level security;
alter table signed_document force row level security;
create policy kernel on signed_document using (is_kernel()) with check (is_kernel());
grant select, insert, update, delete on signed_document to homeward_app;

-- One row for each time a link left: a second try of the same message is a second row, and using one uses all of them.
-- The word in the link is nowhere; neither is the code that a text message carried.
create table signing_link (
  token_hash bytea primary key,
  link uuid not null,
  "case" uuid not null,
  request uuid not null,
  party text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  wrong_answers int not null default 0,
  code_hash bytea,
  code_until timestamptz,
  codes_sent int not null default 0,
  -- What the page shows from then on that it was opened by the party, and until when.
  visit_hash bytea,
  visit_from timestamptz,
  visit_until timestamptz
);
create index signing_link_link on signing_link (link);
create index signing_link_expires on signing_link (expires_at);
alter table signing_link enable row level security;
alter table signing_link force row level security;
create policy kernel on signing_link using (is_kernel()) with check (is_kernel());
grant select, insert, update, delete on signing_link to homeward_app;
