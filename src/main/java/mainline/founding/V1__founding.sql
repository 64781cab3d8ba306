-- Questions that a community may begin with; each becomes one decision at most.
create table first_question (
    community_id bigint not null,
    n integer not null,
    question text not null check (length(question) between 1 and 300),
    background text not null check (length(background) <= 20000),
    options text[] not null,
    decision_number bigint,
    primary key (community_id, n)
);
