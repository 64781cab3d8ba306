-- How many of the roll have heard of it, and when the last of them had; a window that ends within a day reminds once.
alter table decision add column told int, add column told_at timestamptz;
alter table open_decision add column reminded boolean not null default false;
