-- Events and words of committees. A policy prepares all its subqueries before it knows the row; nearly every row is of a
-- case, so these stand in a function that is only called where it may be of a committee.
set local search_path = homeward, public;

create function reads_committee(stream uuid) returns boolean language plpgsql stable set search_path = homeward as $$
begin
  return exists (select from committee_file c where c.committee = stream);
end $$;

drop policy office_of_committee on event;
create policy office_of_committee on event for select using (kind = 'committee' and reads_committee(stream));
drop policy office_of_committee on erasable_text;
create policy office_of_committee on erasable_text for select using (reads_committee(stream));
