create table comment (
    community_id bigint not null,
    number bigint not null,
    subject_kind text not null,
    subject_number bigint not null,
    reply_to bigint,
    person_id bigint not null,
    text text not null check (length(text) between 1 and 20000),
    version int not null default 1,
    written_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (community_id, number),
    foreign key (community_id, reply_to) references comment
);
create index comment_subject on comment (community_id, subject_kind, subject_number, number);
create index comment_person on comment (community_id, person_id, number);
create index comment_reply on comment (community_id, reply_to);

create table comment_version (
    community_id bigint not null,
    number bigint not null,
    version int not null,
    text text not null,
    at timestamptz not null,
    primary key (community_id, number, version),
    foreign key (community_id, number) references comment
);

create table comment_removal (
    community_id bigint not null,
    number bigint not null,
    at timestamptz not null,
    person_id bigint not null,
    primary key (community_id, number),
    foreign key (community_id, number) references comment
);

create table discussion (
    community_id bigint not null,
    subject_kind text not null,
    subject_number bigint not null,
    title text not null,
    comments int not null default 0,
    primary key (community_id, subject_kind, subject_number)
);

-- A first comment that nobody has answered yet; the row goes when somebody does.
create table reply_debt (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    since timestamptz not null,
    primary key (community_id, number),
    foreign key (community_id, number) references comment
);
