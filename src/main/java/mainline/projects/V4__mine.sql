-- What somebody has taken upon themselves.
create index task_claim_person on task_claim (community_id, person_id) where until is null;
