create table mission_version (
    community_id bigint not null,
    version int not null,
    statement text not null check (length(statement) between 1 and 300),
    published_at timestamptz not null,
    person_id bigint not null,
    primary key (community_id, version)
);

create table mission_clause (
    community_id bigint not null,
    version int not null,
    number int not null check (number > 0),
    text text not null check (length(text) between 1 and 500),
    primary key (community_id, version, number),
    foreign key (community_id, version) references mission_version
);
