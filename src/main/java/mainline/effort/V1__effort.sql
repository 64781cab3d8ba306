-- What an idea needs, one row per version; the highest is the present one.
create table effort_need (
    community_id bigint not null,
    idea_number bigint not null,
    version int not null check (version > 0),
    do_quarters int not null check (do_quarters between 0 and 2000),
    support_quarters int not null check (support_quarters between 0 and 2000),
    test_quarters int not null check (test_quarters between 0 and 2000),
    implement_quarters int not null check (implement_quarters between 0 and 2000),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, idea_number, version)
);

create table pledge (
    community_id bigint not null,
    number bigint not null,
    idea_number bigint not null,
    person_id bigint not null,
    kind text not null,
    quarters int not null check (quarters between 1 and 2000),
    due date not null,
    made timestamptz not null,
    changed timestamptz not null,
    released timestamptz,
    primary key (community_id, number)
);
create unique index pledge_live on pledge (community_id, idea_number, person_id, kind) where released is null;
create index pledge_idea on pledge (community_id, idea_number, number);
create index pledge_person on pledge (community_id, person_id, number) where released is null;

-- Every rise and fall of what is promised, for the picture over time.
create table pledge_move (
    community_id bigint not null,
    idea_number bigint not null,
    id bigint generated always as identity,
    kind text not null,
    quarters int not null,
    at timestamptz not null,
    primary key (community_id, idea_number, id)
);

create table contribution (
    community_id bigint not null,
    number bigint not null,
    idea_number bigint not null,
    person_id bigint not null,
    kind text not null,
    quarters int not null check (quarters between 1 and 2000),
    day date not null,
    what text not null check (length(what) <= 2000),
    evidence text not null check (length(evidence) <= 2000),
    at timestamptz not null,
    confirmed timestamptz,
    confirmed_by bigint check (confirmed_by <> person_id),
    withdrawn timestamptz check (withdrawn is null or confirmed is null),
    primary key (community_id, number),
    check ((confirmed is null) = (confirmed_by is null))
);
create unique index contribution_once on contribution (community_id, idea_number, person_id, kind, day, md5(what))
    where withdrawn is null;
create index contribution_idea on contribution (community_id, idea_number, number);
create index contribution_waiting on contribution (community_id, number) where confirmed is null and withdrawn is null;

-- Kept sums, so that a list of ideas costs no more than its page.
create table effort_total (
    community_id bigint not null,
    idea_number bigint not null,
    kind text not null,
    needed int not null default 0,
    pledged int not null default 0,
    given int not null default 0,
    taking boolean not null default true,
    primary key (community_id, idea_number, kind)
);
create index effort_total_missing on effort_total (community_id, idea_number desc) where taking and needed > pledged;
