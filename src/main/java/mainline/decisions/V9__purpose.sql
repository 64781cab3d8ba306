-- The clause of the mission that a question serves, 0 for housekeeping, and how; null for what was asked before it was said.
alter table decision add column serves_clause int;
alter table decision add column serves_how text check (length(serves_how) <= 200);
create index decision_serves on decision (community_id, serves_clause, number) where serves_clause is not null;
