create table project (
    community_id bigint not null,
    number bigint not null,
    idea_number bigint not null,
    title text not null,
    clause int not null,
    started timestamptz not null,
    primary key (community_id, number),
    unique (community_id, idea_number)
);

create table project_end (
    community_id bigint not null,
    project_number bigint not null,
    at timestamptz not null,
    how text not null,
    primary key (community_id, project_number),
    foreign key (community_id, project_number) references project
);

create table convener (
    community_id bigint not null,
    project_number bigint not null,
    person_id bigint not null,
    id bigint generated always as identity,
    since timestamptz not null,
    until timestamptz,
    primary key (community_id, project_number, id),
    foreign key (community_id, project_number) references project
);
create unique index convener_now on convener (community_id, project_number) where until is null;

create table convener_offer (
    community_id bigint not null,
    project_number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, project_number),
    foreign key (community_id, project_number) references project
);

-- The measures and the review date, one row per version; the highest is the present one.
create table project_plan (
    community_id bigint not null,
    project_number bigint not null,
    version int not null,
    review date not null,
    why text not null check (length(why) <= 500),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, project_number, version),
    foreign key (community_id, project_number) references project
);

create table measure (
    community_id bigint not null,
    project_number bigint not null,
    version int not null,
    place int not null,
    what text not null check (length(what) between 1 and 200),
    how text not null check (length(how) <= 300),
    baseline text not null check (length(baseline) <= 100),
    target text not null check (length(target) <= 100),
    primary key (community_id, project_number, version, place),
    foreign key (community_id, project_number, version) references project_plan
);

create table task (
    community_id bigint not null,
    number bigint not null,
    project_number bigint not null,
    title text not null check (length(title) between 1 and 200),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number),
    foreign key (community_id, project_number) references project
);
create index task_project on task (community_id, project_number, number);

create table task_claim (
    community_id bigint not null,
    task_number bigint not null,
    id bigint generated always as identity,
    person_id bigint not null,
    since timestamptz not null,
    until timestamptz,
    primary key (community_id, task_number, id),
    foreign key (community_id, task_number) references task
);
create unique index task_claim_now on task_claim (community_id, task_number) where until is null;

create table task_finish (
    community_id bigint not null,
    task_number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, task_number),
    foreign key (community_id, task_number) references task
);

create table project_update (
    community_id bigint not null,
    project_number bigint not null,
    id bigint generated always as identity,
    person_id bigint not null,
    text text not null check (length(text) between 1 and 10000),
    at timestamptz not null,
    primary key (community_id, project_number, id),
    foreign key (community_id, project_number) references project
);
