-- A version holds name and tagline too, and where rules is not null the rules that shall hold. base is the version it was written on.
alter table mission_version add column name text check (length(name) between 1 and 100);
alter table mission_version add column tagline text check (length(tagline) <= 200);
alter table mission_version add column rules jsonb;
alter table mission_version add column base int;
update mission_version v set name = c.name, tagline = '', base = v.version - 1 from community c where c.id = v.community_id;

-- Versions that do not hold until they are ratified; those without a row were published by the founder.
create table mission_proposal (
    community_id bigint not null,
    version int not null,
    why text not null check (length(why) <= 2000),
    primary key (community_id, version),
    foreign key (community_id, version) references mission_version
);

create table ratification (
    community_id bigint not null,
    decision_number bigint not null,
    version int not null,
    opened_at timestamptz not null,
    person_id bigint not null,
    settled_at timestamptz,
    outcome text,
    primary key (community_id, decision_number),
    foreign key (community_id, version) references mission_version
);
create unique index ratification_one_at_a_time on ratification (community_id) where settled_at is null;
create index ratification_version on ratification (community_id, version, opened_at);

create table mission_signature (
    community_id bigint not null,
    version int not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, version, person_id),
    foreign key (community_id, version) references mission_version
);

-- Which clauses read otherwise, or not at all, since which version.
create table clause_change (
    community_id bigint not null,
    clause int not null,
    version int not null,
    at timestamptz not null,
    primary key (community_id, clause, version),
    foreign key (community_id, version) references mission_version
);

-- Authors still to be told that a clause they cite has changed: those after the given number.
create table clause_change_untold (
    community_id bigint not null,
    clause int not null,
    version int not null,
    kind text not null,
    after bigint not null default 0,
    primary key (community_id, clause, version, kind),
    foreign key (community_id, clause, version) references clause_change
);
