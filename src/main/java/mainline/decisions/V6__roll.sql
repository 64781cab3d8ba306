-- A row holds those of the roll whose number leaves that remainder when it is divided by 1 + (eligible - 1) / 512:
-- to open a vote of ten thousand is to write twenty rows.
alter table decision_roll rename to roll_by_person;
create table decision_roll (
    community_id bigint not null,
    decision_number bigint not null,
    shard int not null,
    -- What takes longest otherwise is to compress them.
    people bigint[] storage external not null,
    primary key (community_id, decision_number, shard),
    foreign key (community_id, decision_number) references decision
);
insert into decision_roll
select community_id, decision_number, shard, array_agg(person_id)
from roll_by_person group by community_id, decision_number, shard;
drop table roll_by_person;
