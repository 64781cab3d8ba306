create table person (
    id bigint generated always as identity primary key,
    handle text not null unique check (handle ~ '^[^\s/]{1,80}$'),
    name text not null check (length(name) between 1 and 100),
    mail text unique check (mail = lower(mail) and length(mail) <= 254),
    about text not null default '' check (length(about) <= 10000),
    since timestamptz not null
);

-- Who has no row here was imported and cannot sign in.
create table sign_in (
    person_id bigint primary key references person,
    password text not null,
    since timestamptz not null,
    changed timestamptz not null
);

create table session (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    key_hash bytea not null unique check (length(key_hash) = 32),
    created timestamptz not null,
    seen timestamptz not null,
    expires timestamptz not null,
    agent text not null check (length(agent) <= 300),
    network text not null check (length(network) <= 60)
);
create index session_person on session (person_id, id);
create index session_expires on session (expires);

create table mailed_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    purpose text not null,
    mail text not null check (length(mail) <= 254),
    person_id bigint references person,
    name text check (length(name) <= 100),
    password text,
    browser_hash bytea,
    community text check (length(community) <= 60),
    destination text check (length(destination) <= 500),
    expires timestamptz not null
);
create index mailed_link_person on mailed_link (person_id);
create index mailed_link_expires on mailed_link (expires);

create table operator (
    person_id bigint primary key references person,
    since timestamptz not null,
    named_by bigint references person
);

-- One row at most: whoever adds it is the first.
create table set_up (
    only_one boolean primary key default true check (only_one),
    at timestamptz not null,
    person_id bigint not null references person
);

-- Printed where the server was started: who can read it there may make the first account.
create table set_up_code (
    only_one boolean primary key default true check (only_one),
    code text not null
);
