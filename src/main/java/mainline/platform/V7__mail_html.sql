-- The same letter as mark-up, beside the plain text in body.
alter table outgoing_mail add column html text check (length(html) <= 1000000);
