-- Who was asked for a word on a change, by whom (nobody: the software) and why.
create table change_ask (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    asked_by bigint,
    why text not null check (why in ('STEWARD', 'LINES', 'ASKED')),
    lines integer not null,
    at timestamptz not null,
    passed_on timestamptz,
    primary key (community_id, number, person_id)
);

-- Who owes the next word on an open change, since when, and how often they were reminded of it. Told anew by each act.
create table change_owed (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    what text not null,
    since timestamptz not null,
    reminded integer not null default 0,
    primary key (community_id, number, person_id)
);
create index change_owed_person on change_owed (community_id, person_id);
create index change_owed_due on change_owed (since) where reminded < 2;

-- Who is not to be asked until the end of that day, in the community's zone.
create table change_away (
    community_id bigint not null,
    person_id bigint not null,
    until date not null,
    primary key (community_id, person_id)
);

-- Whose turn it is may turn by time alone.
create index change_open on change (community_id, number) where state = 'OPEN';
