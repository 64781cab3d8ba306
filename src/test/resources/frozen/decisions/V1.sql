insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, terms, review, lot, normal)
values (1, 4, 'EQUAL_SHARES', true, 21, 'IDEA', 12, '2026-05-01 08:00:00Z', '2026-05-04 08:00:00Z', false, 1, 9,
    '{"asked": 0, "least": 0, "ratio": 1, "seats": 2, "quorum": 5, "concernDays": 7, "budgetQuarterHours": 160}',
    '2026-08-01', 'f00d', 'what shall we do first');
insert into decision_wording values (1, 4, 1, 'What shall we do first?', '', 21, '2026-05-01 08:00:00Z');
insert into option_version values
    (1, 4, 1, 1, 'A path', '', 120, 21, '2026-05-01 08:00:00Z'),
    (1, 4, 2, 1, 'A bench', 'of oak', 40, 21, '2026-05-01 08:00:00Z');
insert into decision_outcome values (1, 4, '2026-05-04 08:00:03Z', true, '{1,2}', 6,
    '{"key": "decision.outcome.shares", "gaps": ["A path, A bench", 2, 7.25, 40.0]}');
insert into decision_statement values (1, 4, 1, 'We begin in June.', 21, '2026-05-05 08:00:00Z');
insert into decision_rules values (1, 1,
    '{"ratio": 1, "mayOpen": {"SEATS": 1, "RANKED": 1, "CONSENT": 0, "APPROVAL": 0, "TEMPERATURE": 0, "EQUAL_SHARES": 1, "SHOW_OF_HANDS": 0, "LAZY_CONSENSUS": 0}, "mayVote": {"SEATS": 1, "RANKED": 1, "CONSENT": 1, "APPROVAL": 0, "TEMPERATURE": 0, "EQUAL_SHARES": 1, "SHOW_OF_HANDS": 0, "LAZY_CONSENSUS": 0}, "lazyHours": 72, "barredDays": 60, "reviewDays": 90, "usualHours": 96, "concernDays": 7, "longestDays": 60, "missionLevel": 1, "missionRatio": 3, "quorumFactor": 1.50, "shortestHours": 24, "leastApprovals": 3, "shortestMinutes": 5, "longestReviewDays": 180}',
    'DECISION', 3, '2026-05-01 07:00:00Z');
