-- A handbook that began from another's. origin_commit is the newest of the origin's commits whose content is here too.
create table fork (
    community_id bigint primary key,
    origin_id bigint not null,
    begun text not null check (begun ~ '^[0-9a-f]{40}$'),
    own text not null check (own ~ '^[0-9a-f]{40}$'),
    edition text not null,
    origin_commit text not null check (origin_commit ~ '^[0-9a-f]{40}$'),
    person_id bigint not null,
    at timestamptz not null
);
create index fork_origin on fork (origin_id, community_id);

-- A change that brings in what the origin merged since; once it is merged, the origin's commit is here too.
create table fork_update (
    community_id bigint not null,
    number bigint not null,
    origin_commit text not null check (origin_commit ~ '^[0-9a-f]{40}$'),
    primary key (community_id, number)
);

-- A change of the origin that was offered by a fork; what its trials said is a copy of that day.
create table fork_offer (
    community_id bigint not null,
    number bigint not null,
    fork_id bigint not null,
    fork_change bigint,
    person_id bigint not null,
    at timestamptz not null,
    yes integer,
    changes integer,
    no integer,
    verdict text,
    primary key (community_id, number)
);
create index fork_offer_fork on fork_offer (fork_id, fork_change);
