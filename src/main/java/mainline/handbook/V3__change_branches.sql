-- By which name of a branch its author goes on pushing to a change.
create table change_branch (
    community_id bigint not null,
    person_id bigint not null,
    branch text not null check (length(branch) <= 200),
    number bigint not null,
    primary key (community_id, person_id, branch)
);
create index change_author on change (community_id, author_id, number) where state = 'OPEN';
