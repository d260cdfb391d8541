-- Until it accepts, an operator that is designated for a case is only asked: it sees a hand-over packet, which the server
-- makes for it, and neither the person nor their words, papers, facts or story. A list of ids, asked once a query.
set local search_path = homeward, public;

create index case_access_asked on case_access (office, "case") where reason = 'asked';

do $$
declare t text; key text;
begin
  foreach t in array array['case_file', 'person', 'beneficiary', 'person_link', 'document', 'event', 'erasable_text', 'name_key'] loop
    key := case when t in ('event', 'erasable_text') then 'stream' else 'case' end;
    execute format(
      'create policy not_only_asked on homeward.%I as restrictive for select using (is_kernel() or %I not in (select a."case" from homeward.case_access a where a.office = acting_office() and a.reason = ''asked''))',
      t, key
    );
  end loop;
end $$;

-- Those who were designated before this and have not answered yet.
select set_config('homeward.role', 'system', true);
update case_access a set reason = 'asked'
from case_file f
where f."case" = a."case" and a.reason = 'operator' and f.state -> 'operator' ->> 'office' = a.office
  and f.state -> 'operator' ->> 'accepted' = 'false'
  and not exists (select from case_access o where o."case" = a."case" and o.office = a.office and o.reason <> 'operator');
select set_config('homeward.role', '', true);
