-- What somebody asked.
create index decision_person on decision (community_id, person_id, number);
