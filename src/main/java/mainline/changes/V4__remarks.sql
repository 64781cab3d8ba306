-- A remark on lines of a file, as they stood in one version; before: in the text that the version found. Its words are
-- the first comment of the discussion that is opened under it.
create table change_remark (
    community_id bigint not null,
    number bigint not null,
    change_number bigint not null,
    version integer not null,
    before boolean not null,
    path text not null,
    first_line integer not null check (first_line > 0),
    last_line integer not null check (last_line >= first_line),
    wording text not null check (length(wording) <= 20000),
    suggestion text check (length(suggestion) <= 20000),
    person_id bigint not null,
    asks boolean not null,
    at timestamptz not null,
    -- Whose word is next: that of the change's author, or of whoever remarked; since when.
    author_next boolean not null,
    next_since timestamptz not null,
    primary key (community_id, number)
);
create index change_remark_change on change_remark (community_id, change_number, number);

create table change_remark_resolution (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number)
);

-- The version that a suggested wording became part of.
create table change_suggestion_taken (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number)
);
