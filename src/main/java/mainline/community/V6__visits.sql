-- When a member was last here, so that what is new can be told from what they have seen.
create table member_visit (
    community_id bigint not null references community,
    person_id bigint not null references person,
    -- when the visit before this one ended; null on the first
    earlier timestamptz,
    seen timestamptz not null,
    primary key (community_id, person_id)
);
