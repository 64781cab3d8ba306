insert into decision_roll (community_id, decision_number, person_id, shard) values (1, 4, 21, 0), (1, 4, 22, 0);
