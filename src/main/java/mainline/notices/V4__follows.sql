-- What a person follows: a thing by its key (IDEA-12), or a page or folder of the handbook by its path (/meetings/).
create table follow (
    community_id bigint not null,
    what text not null check (length(what) between 1 and 500),
    person_id bigint not null,
    level text not null check (level in ('all', 'asks', 'nothing')),
    chosen boolean not null,
    since timestamptz not null,
    primary key (community_id, what, person_id)
);
create index follow_person on follow (person_id, community_id, since);
