create table outgoing_mail (
    id bigint generated always as identity primary key,
    recipient text not null check (length(recipient) <= 320),
    subject text not null check (length(subject) <= 500),
    body text not null check (length(body) <= 1000000),
    headers text not null default '',
    written_at timestamptz not null,
    attempts int not null default 0,
    next_attempt timestamptz not null,
    last_error text
);
create index outgoing_mail_due on outgoing_mail (next_attempt, id);

-- Losing these counts with a crash is harmless, so they cost no write-ahead log.
create unlogged table rate_limit (
    what text not null,
    key bytea not null,
    attempts int not null,
    until timestamptz not null,
    primary key (what, key)
);
create index rate_limit_until on rate_limit (until);
