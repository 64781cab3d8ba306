-- What somebody gains by an act of theirs, in their words. With a ballot it is not shown before the ballots are.
create table interest (
    community_id bigint not null,
    kind text not null,
    number bigint not null,
    act text not null,
    person_id bigint not null,
    title text not null,
    words text not null check (length(words) between 1 and 500),
    at timestamptz not null,
    shown boolean not null,
    primary key (community_id, kind, number, act, person_id)
);
create index interest_of on interest (community_id, person_id, at desc) where shown;
