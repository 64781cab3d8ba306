insert into mission_version (community_id, version, statement, published_at, person_id)
values (1, 1, 'We look after the harbour.', '2026-01-01 08:00:00Z', 21);
insert into mission_clause values (1, 1, 1, 'We repair before we buy.');
