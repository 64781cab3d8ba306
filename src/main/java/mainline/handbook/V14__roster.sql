-- It is what the code calls it: the roster of areas and of those who oversee them.
alter table ruling rename to roster;
