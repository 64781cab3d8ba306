insert into notice (id, person_id, community_id, subject_kind, subject_number, key, gaps, at) overriding system value
values
    (1, 21, 1, 'DECISION', 4, 'decision.told.closed', '["What shall we do first?"]', '2026-05-04 08:00:00Z'),
    (2, 21, 1, 'DECISION', 5, 'decision.told.ends',
        '[{"key": "decision.told.again", "gaps": ["May the shed be moved?"]}, {"at": "2026-11-08T08:00:00Z"}]', '2026-11-01 08:00:00Z'),
    (3, 21, 1, 'AREA', 0, 'term.told.ends', '[{"key": "steward.whole", "gaps": []}, {"day": "2026-12-31"}]', '2026-11-02 08:00:00Z'),
    (4, 21, 1, 'CHANGE', 7, 'change.told.waits.REVIEW', '[3, "Tools"]', '2026-11-03 08:00:00Z');
insert into notice_seen values (1, '2026-05-04 09:00:00Z');
insert into notice_ways values (21, false, 'es', '2026-05-04 09:00:00Z');
