-- Git: a pack is there when its row in git_pack is; chunks without one are left-overs of a write that failed.
create table git_pack (
    community_id bigint not null,
    name uuid not null,
    source text not null,
    at timestamptz not null,
    objects bigint not null,
    deltas bigint not null,
    primary key (community_id, name)
);

create table git_pack_file (
    community_id bigint not null,
    pack uuid not null,
    ext text not null,
    size bigint not null,
    primary key (community_id, pack, ext),
    foreign key (community_id, pack) references git_pack on delete cascade
);

create table git_pack_chunk (
    community_id bigint not null,
    pack uuid not null,
    ext text not null,
    n integer not null,
    bytes bytea not null check (length(bytes) <= 65536),
    primary key (community_id, pack, ext, n)
);
-- Packs are compressed already.
alter table git_pack_chunk alter column bytes set storage external;

create table git_ref (
    community_id bigint not null,
    name text not null,
    object_id text check (object_id ~ '^[0-9a-f]{40}$'),
    peeled text check (peeled ~ '^[0-9a-f]{40}$'),
    target text,
    primary key (community_id, name),
    check ((object_id is null) <> (target is null))
);

-- One row per community; a merge locks it, so that history stays a line.
create table handbook (
    community_id bigint primary key,
    since timestamptz not null
);

create table handbook_page (
    community_id bigint not null,
    path text collate "C" not null check (length(path) <= 500),
    title text not null,
    change_number bigint,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, path)
);

create table steward (
    community_id bigint not null,
    area text not null check (length(area) <= 500),
    person_id bigint not null,
    since timestamptz not null,
    appointed_by bigint not null,
    ended timestamptz
);
create unique index steward_now on steward (community_id, area, person_id) where ended is null;
create index steward_person on steward (community_id, person_id) where ended is null;

-- The state repeats what the rows of opening, merge and withdrawal say, so that each list has an index.
create table change (
    community_id bigint not null,
    number bigint not null,
    state text not null check (state in ('DRAFT', 'OPEN', 'MERGED', 'WITHDRAWN')),
    title text not null check (length(title) between 1 and 120),
    why text not null check (length(why) <= 2000),
    interest text not null check (length(interest) <= 500),
    author_id bigint,
    from_kind text,
    from_number bigint,
    version integer not null,
    at timestamptz not null,
    primary key (community_id, number)
);
create index change_state on change (community_id, state, number);

create table change_draft (
    community_id bigint not null,
    number bigint not null,
    path text not null,
    text text not null,
    asked_id bigint,
    primary key (community_id, number)
);

create table change_version (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    base text not null,
    head text not null,
    at timestamptz not null,
    primary key (community_id, number, version)
);

-- What the present version touches.
create table change_path (
    community_id bigint not null,
    number bigint not null,
    path text collate "C" not null,
    primary key (community_id, number, path)
);
create index change_path_page on change_path (community_id, path, number);

create table change_approval (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    person_id bigint not null,
    interest text not null check (length(interest) <= 500),
    at timestamptz not null,
    withdrawn timestamptz
);
create unique index change_approval_now on change_approval (community_id, number, version, person_id)
    where withdrawn is null;

create table change_merge (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    head text not null,
    alone boolean not null,
    at timestamptz not null,
    primary key (community_id, number)
);

create table change_withdrawal (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number)
);
