-- Which clause of the mission a change serves, and from which version of the mission it names it.
alter table change add column clause int not null default 0;
alter table change add column mission_version int not null default 0;
create index change_served on change (community_id, clause desc, at desc) where clause > 0;
