create table chain_node (
    community_id bigint not null,
    subject_kind text not null,
    subject_number bigint not null,
    step smallint not null,
    thread_kind text not null,
    thread_number bigint not null,
    label jsonb not null,
    note jsonb not null,
    path text not null,
    done boolean not null,
    primary key (community_id, subject_kind, subject_number, step)
);
create index chain_node_thread on chain_node (community_id, thread_kind, thread_number, step, subject_number);
