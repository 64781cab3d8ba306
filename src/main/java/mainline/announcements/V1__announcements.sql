-- What it was spoken for: the community (its stewards), a project (its convener) or a decision (whoever asked it).
create table announcement (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    of_kind text not null,
    of_number bigint not null,
    of_title text not null,
    title text not null check (length(title) between 1 and 120),
    text text not null check (length(text) between 1 and 5000),
    urgent boolean not null,
    at timestamptz not null,
    primary key (community_id, number)
);
create index announcement_of on announcement (community_id, of_kind, of_number, urgent, at);
