-- Who wrote part of a change besides its author. Whoever is named once stays: what they wrote may still be in it.
create table change_coauthor (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number, person_id)
);
