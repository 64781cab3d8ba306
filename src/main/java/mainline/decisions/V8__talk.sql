-- Days of talk before the ballot opens, and when it does or did; null where it opened with the question.
alter table decision add column talk_days int;
alter table decision add column opens timestamptz;

-- The decisions whose ballot is still to open; a row leaves when it does, or with the withdrawal.
create table announced_decision (
    community_id bigint not null,
    decision_number bigint not null,
    opens timestamptz not null,
    primary key (community_id, decision_number),
    foreign key (community_id, decision_number) references decision
);
create index announced_decision_opens on announced_decision (opens);
