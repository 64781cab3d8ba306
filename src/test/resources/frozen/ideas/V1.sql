insert into idea_draft (community_id, person_id, id, fields, changed_at) overriding system value
values (1, 21, 1, '{"text": "So that nobody buys twice", "title": "A shed for tools", "clause": "2"}', '2026-05-01 08:00:00Z');
