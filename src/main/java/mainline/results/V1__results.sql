create table practice (
    community_id bigint not null,
    number bigint not null,
    path text not null,
    title text not null,
    project_number bigint,
    idea_number bigint,
    at timestamptz not null,
    primary key (community_id, number),
    unique (community_id, path)
);
create index practice_project on practice (community_id, project_number, number);
create index practice_idea on practice (community_id, idea_number);

create table trial (
    community_id bigint not null,
    number bigint not null,
    practice_number bigint not null,
    person_id bigint not null,
    place text not null check (length(place) between 1 and 200),
    day date not null,
    before text not null check (length(before) <= 100),
    after text not null check (length(after) <= 100),
    happened text not null check (length(happened) between 1 and 10000),
    keep text not null,
    at timestamptz not null,
    withdrawn timestamptz,
    primary key (community_id, number),
    foreign key (community_id, practice_number) references practice
);
create index trial_practice on trial (community_id, practice_number, number);
create index trial_person on trial (community_id, person_id, practice_number);

-- When each project is to be judged, as its plan says.
create table review (
    community_id bigint not null,
    project_number bigint not null,
    opens timestamptz not null,
    primary key (community_id, project_number)
);
create index review_opens on review (opens);

create table evaluation (
    community_id bigint not null,
    project_number bigint not null,
    opened timestamptz not null,
    primary key (community_id, project_number)
);

create table verdict (
    community_id bigint not null,
    number bigint not null,
    project_number bigint not null,
    practice_number bigint,
    person_id bigint not null,
    choice text not null,
    reason text not null check (length(reason) between 1 and 2000),
    at timestamptz not null,
    change_number bigint,
    primary key (community_id, number),
    unique (community_id, project_number)
);
