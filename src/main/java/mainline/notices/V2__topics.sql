-- What a notice is about, by its code; earlier ones have none.
alter table notice add column topic text check (length(topic) <= 30);
