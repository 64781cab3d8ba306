-- Where each imported thing came from, so that importing again finds it.
create table imported (
    community_id bigint not null,
    source text not null check (length(source) <= 2000),
    kind text not null,
    number bigint not null,
    primary key (community_id, source)
);
