-- When the same may be tried again, where each wrong try makes the wait longer.
alter table rate_limit add column next timestamptz;
