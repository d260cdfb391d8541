-- What will happen by itself is listed over all cases, the next day first; what did, the latest first.
set local search_path = homeward, public;

create index obligation_by_itself on obligation (opens_on, "case", step) where role = 'system';
create index event_by_itself on event (recorded_at desc, stream desc) where type = 'deadline-passed';

-- A published edition never changes: what a catalogue file says of it otherwise is ignored, and somebody must hear that.
alter table catalogue_file add column ignored text[] not null default '{}';
