create table idea (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    title text not null check (length(title) between 1 and 200),
    text text not null check (length(text) between 1 and 50000),
    clause int not null,
    interest text not null default '' check (length(interest) <= 500),
    version int not null default 1,
    published_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (community_id, number)
);
create index idea_clause on idea (community_id, clause, number);
create index idea_person on idea (community_id, person_id, number);

create table idea_version (
    community_id bigint not null,
    number bigint not null,
    version int not null,
    title text not null,
    text text not null,
    clause int not null,
    interest text not null,
    at timestamptz not null,
    primary key (community_id, number, version),
    foreign key (community_id, number) references idea
);

create table idea_withdrawal (
    community_id bigint not null,
    number bigint not null,
    at timestamptz not null,
    person_id bigint not null,
    why text not null check (length(why) <= 500),
    primary key (community_id, number),
    foreign key (community_id, number) references idea
);

create table idea_adoption (
    community_id bigint not null,
    number bigint not null,
    at timestamptz not null,
    project bigint not null,
    primary key (community_id, number),
    foreign key (community_id, number) references idea
);

create table idea_draft (
    community_id bigint not null,
    person_id bigint not null,
    id bigint generated always as identity,
    fields jsonb not null,
    changed_at timestamptz not null,
    primary key (community_id, person_id, id)
);
