-- Which STEWARDS.yml counts: that of the newest commit on the main branch whose file could be followed. Null as long as
-- there was none; then areas and stewards are what they were before. If the present file is another one, why it does not count.
create table ruling (
    community_id bigint primary key,
    commit_id text check (commit_id ~ '^[0-9a-f]{40}$'),
    text text check (length(text) <= 65536),
    broken_line integer,
    broken_key text,
    broken_gaps text[],
    check ((commit_id is null) = (text is null))
);

-- What that file says, in its order; written anew in the transaction that moves the main branch.
create table area (
    community_id bigint not null,
    n integer not null,
    path text not null check (length(path) <= 500),
    name text not null,
    approvals integer,
    endorsements integer,
    cooling_seconds bigint,
    files text[],
    largest bigint,
    primary key (community_id, n),
    unique (community_id, path)
);

-- person_id is null for a handle nobody has; member follows the comings and goings.
create table area_steward (
    community_id bigint not null,
    area text not null,
    handle text not null,
    emeritus boolean not null,
    n integer not null,
    person_id bigint,
    member boolean not null,
    first_day date,
    last_day date,
    since timestamptz not null,
    appointed_by bigint,
    primary key (community_id, area, handle, emeritus)
);
create index area_steward_handle on area_steward (community_id, handle);

insert into ruling (community_id) select community_id from handbook;
insert into area (community_id, n, path, name)
    select community_id, row_number() over (partition by community_id order by area), area, ''
    from (select distinct community_id, area from steward where ended is null) present;
insert into area_steward (community_id, area, handle, emeritus, n, person_id, member, since, appointed_by)
    select s.community_id, s.area, p.handle, false,
        row_number() over (partition by s.community_id, s.area order by s.since, s.person_id), s.person_id,
        exists (select from membership m where m.community_id = s.community_id and m.person_id = s.person_id), s.since,
        s.appointed_by
    from steward s join person p on p.id = s.person_id where s.ended is null;
