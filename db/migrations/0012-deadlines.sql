-- What happens by itself is owed by the system: the worker finds it without reading what people owe.
set local search_path = homeward, public;

create index obligation_of_system on obligation ("case", step, opens_on) where role = 'system';
