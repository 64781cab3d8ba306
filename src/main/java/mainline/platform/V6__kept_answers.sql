-- What a program sent under a key that it chose has its print here, and what it was answered the first time.
alter table sent_form
    add column print bytea check (length(print) = 32),
    add column status int,
    add column tag text,
    add column body text;
