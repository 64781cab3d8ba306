insert into record_entry (community_id, id, at, verb, person_id, subject_kind, subject_number, facts) overriding system value
values
    (1, 1, '2026-05-01 08:00:00Z', 'idea.published', 21, 'IDEA', 12, '{"title": "A shed for tools"}'),
    (1, 2, '2026-05-04 08:00:00Z', 'decision.closed', null, 'DECISION', 4,
        '{"title": "What shall we do first?", "voted": "6", "digest": "00ff", "passed": "true", "ballots": "aa bb", "winners": "[1, 2]"}'),
    (1, 3, '2026-05-05 08:00:00Z', 'project.started', 21, 'PROJECT', 3, '{"day": "2026-12-20", "note": "", "title": "Shed"}');
