-- Who shall read the community when this version holds; null where it leaves that as it is.
alter table mission_version add column visibility text check (visibility in ('EVERYBODY', 'MEMBERS'));
