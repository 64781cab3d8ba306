-- A change in preparation, which only its author sees: the commit of the handbook it began from, and the commit whose files
-- it began with (the last version of the change it edits, or the same).
create table change_workspace (
    community_id bigint not null,
    id bigint generated always as identity,
    person_id bigint not null,
    change_number bigint,
    version integer not null,
    base text not null,
    start text not null,
    title text not null check (length(title) <= 200),
    why text not null check (length(why) <= 2000),
    interest text not null check (length(interest) <= 500),
    from_kind text,
    from_number bigint,
    clause integer not null,
    at timestamptz not null,
    primary key (community_id, id)
);
create index change_workspace_person on change_workspace (community_id, person_id, at desc);
create unique index change_workspace_change on change_workspace (community_id, change_number, person_id)
    where change_number is not null;

-- What was done to a file: written, taken from git (blob), uploaded, or, with none of these, given up.
create table change_workspace_file (
    community_id bigint not null,
    workspace bigint not null,
    path text collate "C" not null check (length(path) <= 500),
    was text check (length(was) <= 500),
    body text check (length(body) <= 600000),
    blob text check (blob ~ '^[0-9a-f]{40}$'),
    picture bytea check (length(picture) <= 6000000),
    revision integer not null,
    at timestamptz not null,
    primary key (community_id, workspace, path),
    foreign key (community_id, workspace) references change_workspace on delete cascade,
    check (num_nonnulls(body, blob, picture) <= 1)
);
alter table change_workspace_file alter column picture set storage external;
