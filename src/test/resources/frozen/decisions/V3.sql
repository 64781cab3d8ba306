insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, terms, review, lot, normal)
values (1, 5, 'CONSENT', false, 22, null, null, '2026-11-01 08:00:00Z', '2026-11-08 08:00:00Z', true, 2, 30,
    '{"asked": 4, "least": 3, "ratio": 4, "seats": 1, "quorum": 0, "completion": "EXHAUSTIVE", "concernDays": 14, "budgetQuarterHours": 40000000000}',
    null, 'beef', 'may the shed be moved');
insert into decision_wording values (1, 5, 1, 'May the shed be moved?', 'It is in the way.', 22, '2026-11-01 08:00:00Z');
insert into open_decision values (1, 5, '2026-11-08 08:00:00Z');
insert into decision_withdrawal values (1, 5, 22, '2026-11-02 08:00:00Z', 'It stays.');
insert into decision_rules values (2, 3,
    '{"ratio": 2, "mayOpen": {"SEATS": 1, "RANKED": 1}, "mayVote": {"SEATS": 0}, "lazyHours": 48, "barredDays": 0, "completion": "EXHAUSTIVE", "reviewDays": 30, "usualHours": 24, "concernDays": 3, "longestDays": 14, "missionLevel": 0, "missionRatio": 4, "quorumFactor": 2, "shortestHours": 24, "leastApprovals": 1, "shortestMinutes": 10, "longestReviewDays": 60}',
    null, null, '2026-11-01 07:00:00Z');
