-- An operator that is only asked sees neither the projects that were worked out for the case nor the packs that a committee
-- decided on: both name the person. These tables are younger than the rule.
set local search_path = homeward, public;

do $$
declare t text;
begin
  foreach t in array array['project_content', 'project_outcome', 'sitting_pack'] loop
    execute format('drop policy office_of_case on homeward.%I', t);
    execute format(
      'create policy office_of_case on homeward.%1$I for select using (exists (select from homeward.case_access a where a."case" = %1$I."case" and a.office = acting_office() and a.reason <> ''asked''))',
      t
    );
  end loop;
end $$;
