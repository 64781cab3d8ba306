-- Named states of the handbook; each is an annotated tag in the repository. person_id is null for those that came with an
-- imported history, with their author's name; since is the commit of the edition before.
create table edition (
    community_id bigint not null,
    tag text collate "C" not null check (length(tag) <= 200),
    name text not null check (length(name) between 1 and 200),
    words text not null check (length(words) <= 2000),
    commit_id text not null check (commit_id ~ '^[0-9a-f]{40}$'),
    since text check (since ~ '^[0-9a-f]{40}$'),
    person_id bigint,
    author text not null,
    at timestamptz not null,
    primary key (community_id, tag)
);
create index edition_at on edition (community_id, at, tag);
