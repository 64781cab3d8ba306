create table person (
    id bigint generated always as identity primary key,
    handle text not null unique check (handle ~ '^[^\s/]{1,80}$'),
    name text not null check (length(name) between 1 and 100),
    mail text unique check (mail = lower(mail) and length(mail) <= 254),
    about text not null default '' check (length(about) <= 10000),
    since timestamptz not null
);
