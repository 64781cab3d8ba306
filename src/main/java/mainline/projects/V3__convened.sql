-- What somebody convenes now.
create index convener_person on convener (community_id, person_id) where until is null;
