-- The words of sittings and drafts. Nearly every text hangs on a case, and a policy prepares all its subqueries before it
-- knows; these two stand in a function, which is only called where the text is of no case that the office sees.
set local search_path = homeward, public;

create function reads_other_stream(stream uuid) returns boolean language plpgsql stable set search_path = homeward as $$
begin
  return exists (select from sitting_file s where s.sitting = stream)
    or exists (select from scheme_draft d where d.draft = stream);
end $$;

drop policy office_of_case on erasable_text;
drop policy keeper_of_schemes on erasable_text;
create policy office_of_case on erasable_text for select using (
  exists (select from case_access a where a."case" = erasable_text.stream and a.office = acting_office())
  or reads_other_stream(stream)
);
