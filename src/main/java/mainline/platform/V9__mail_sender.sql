-- In whose name a mail comes, such as a community's; null for that of the settings.
alter table outgoing_mail add column sender text;
