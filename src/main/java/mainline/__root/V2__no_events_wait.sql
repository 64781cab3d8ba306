-- Nothing waits as an event any more (see platform.Errands), so no job repeats them. The table event_publication is not used;
-- it stays for one release, in which an earlier version may still run beside this one, and is dropped by the next.
delete from scheduled_tasks where task_name = 'repeat-events';
