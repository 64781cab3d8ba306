-- Rounds whose roll was told that it is time to consent or object.
create table consent_asked (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    at timestamptz not null,
    primary key (community_id, decision_number, round),
    foreign key (community_id, decision_number) references decision
);
