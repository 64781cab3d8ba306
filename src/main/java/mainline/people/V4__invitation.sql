-- The hash of the key of the invitation by which somebody asked to join.
alter table mailed_link add column invitation bytea check (length(invitation) = 32);
