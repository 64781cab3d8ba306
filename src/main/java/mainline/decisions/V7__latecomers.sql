-- How many were on the roll at the opening. By that number the rows of the roll are told apart, also when people join later.
alter table decision add column enrolled int;
update decision set enrolled = eligible;
alter table decision alter column enrolled set not null;
