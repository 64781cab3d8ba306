create index verdict_practice on verdict (community_id, practice_number, number);
