-- What a version changes, the same for two versions that only stand on different commits: approvals hold for that.
alter table change_version add column content text;

-- "Looks good", by a member who did not write it.
create table change_endorsement (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    person_id bigint not null,
    at timestamptz not null,
    withdrawn timestamptz
);
create unique index change_endorsement_now on change_endorsement (community_id, number, version, person_id)
    where withdrawn is null;

-- A named, reasoned block, which new versions do not end; overruled_by is the number of the decision that did.
create table change_concern (
    community_id bigint not null,
    number bigint not null,
    n integer not null,
    version integer not null,
    person_id bigint not null,
    reason text not null check (length(reason) between 1 and 2000),
    at timestamptz not null,
    ended timestamptz,
    overruled_by bigint,
    primary key (community_id, number, n)
);
