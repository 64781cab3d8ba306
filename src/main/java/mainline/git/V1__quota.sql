-- How many bytes of packs a handbook may have, where that is not what the settings say for all.
create table git_quota (
    community_id bigint primary key,
    bytes bigint not null check (bytes > 0),
    person_id bigint not null,
    at timestamptz not null
);
