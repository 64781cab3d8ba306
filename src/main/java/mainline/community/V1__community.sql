create table community (
    id bigint generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name text not null check (length(name) between 1 and 100),
    zone text not null default 'UTC',
    since timestamptz not null
);

create table membership (
    community_id bigint not null references community,
    person_id bigint not null,
    since timestamptz not null,
    primary key (community_id, person_id)
);
create index membership_person on membership (person_id);

create table community_number (
    community_id bigint not null references community,
    kind text not null,
    last bigint not null,
    primary key (community_id, kind)
);

create table community_count (
    community_id bigint not null references community,
    what text not null,
    n bigint not null,
    primary key (community_id, what)
);
