-- What somebody sent before they had an account, to be sent in their name when the link is followed.
alter table mailed_link add column begun text check (length(begun) <= 200000);

-- Who has none signs in by a link in a mail.
alter table sign_in alter column password drop not null;
