alter table community add column visibility text not null default 'EVERYBODY'
    check (visibility in ('EVERYBODY', 'MEMBERS'));
create index community_open on community (name, id) where visibility = 'EVERYBODY';

-- Who may read a community since when, and who said so; nobody where its members decided it.
create table community_visibility (
    community_id bigint not null references community,
    n integer not null,
    visibility text not null check (visibility in ('EVERYBODY', 'MEMBERS')),
    person_id bigint,
    at timestamptz not null,
    primary key (community_id, n)
);

-- Whoever holds the key of one may join; only its hash is kept.
create table invitation_link (
    community_id bigint not null references community,
    n integer not null,
    key_hash bytea not null unique,
    note text not null check (length(note) <= 100),
    person_id bigint not null,
    at timestamptz not null,
    until timestamptz not null,
    joined integer not null default 0,
    ended timestamptz,
    ended_by bigint,
    primary key (community_id, n)
);
create index invitation_link_person on invitation_link (community_id, person_id) where ended is null;
