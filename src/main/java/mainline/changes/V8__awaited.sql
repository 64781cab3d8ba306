-- It is what the code calls it: the reviews that are awaited.
alter table change_owed rename to change_awaited;
alter index change_owed_person rename to change_awaited_person;
alter index change_owed_due rename to change_awaited_due;
