insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, enrolled, terms, review, lot, normal, serves_clause, serves_how)
values (1, 11, 'PLURALITY', false, 21, null, null, '2026-12-01 08:00:00Z', '2026-12-07 08:00:00Z', false, 1, 9, 9,
    '{"asked": 0, "least": 3, "ratio": 1, "seats": 1, "quorum": 0, "completion": "ADD1", "concernDays": 7, "budgetQuarterHours": 0}',
    null, 'cafe', 'which roof', 2, 'so that rain stops nobody');
insert into decision_wording values (1, 11, 1, 'Which roof?', '', 21, '2026-12-01 08:00:00Z');
