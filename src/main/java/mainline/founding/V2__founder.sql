-- Who founded a community, and since when they want no list of what comes next. Those founded before there was one have no row.
create table founding (
    community_id bigint primary key,
    person_id bigint not null,
    dismissed timestamptz
);

-- How the last trial of mail by an operator went.
create table mail_tried (
    singleton boolean primary key default true check (singleton),
    at timestamptz not null,
    works boolean not null
);
