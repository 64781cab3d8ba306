-- An address that a mail server refused for good: nothing is written to it until somebody has mended that.
create table refused_address (
    address text primary key check (length(address) <= 320),
    reason text not null check (length(reason) <= 1000),
    at timestamptz not null,
    held int not null default 0
);

-- A mail that was given up is kept for a while, so that it can be looked at and sent once what was wrong is mended.
alter table outgoing_mail add column refused timestamptz;
-- The hash of a secret in the browser of whoever waits for it.
alter table outgoing_mail add column waiter bytea check (length(waiter) = 32);

drop index outgoing_mail_due;
create index outgoing_mail_due on outgoing_mail (next_attempt, id) where refused is null;
create index outgoing_mail_refused on outgoing_mail (refused) where refused is not null;
create index outgoing_mail_waiter on outgoing_mail (waiter) where waiter is not null;
create index outgoing_mail_recipient on outgoing_mail (recipient);
