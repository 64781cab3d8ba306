-- As a witness of other logs: our own name and key, and what we last saw of each log we know.
create table witness_self (
    one smallint primary key default 1 check (one = 1),
    name text not null,
    seed bytea not null check (length(seed) = 32),
    public_key bytea not null check (length(public_key) = 32),
    since timestamptz not null
);

create table witness_log (
    id bigint generated always as identity primary key,
    origin text not null unique check (length(origin) <= 500),
    key text not null,
    added_by bigint not null,
    added_at timestamptz not null,
    size bigint not null default 0,
    root text,
    seen_at timestamptz
);

-- What was cosigned of a log stays known even when an operator takes the log off the list and adds it again.
create table witness_log_gone (
    origin text primary key,
    size bigint not null,
    root text not null
);

-- The witnesses of our own logs.
create table witness (
    id bigint generated always as identity primary key,
    name text not null unique check (length(name) <= 500),
    key text not null,
    url text not null check (length(url) <= 2000),
    added_by bigint not null,
    added_at timestamptz not null,
    problem text,
    tried_at timestamptz
);

create table witness_held (
    community_id bigint not null,
    witness_id bigint not null references witness on delete cascade,
    size bigint not null,
    primary key (community_id, witness_id)
);

create table witness_cosignature (
    community_id bigint not null,
    size bigint not null,
    name text not null,
    line text not null,
    at timestamptz not null,
    primary key (community_id, size, name)
);
create index witness_cosignature_name on witness_cosignature (community_id, name, size);
