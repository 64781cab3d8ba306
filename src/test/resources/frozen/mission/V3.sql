insert into mission_version (community_id, version, statement, published_at, person_id, name, tagline, rules, base, visibility)
values (1, 3, 'We look after the harbour and its birds.', '2026-11-01 08:00:00Z', 21, 'Harbour', '',
    '{"ratio": 2, "mayOpen": {"SEATS": 1, "RANKED": 1}, "mayVote": {"SEATS": 0}, "lazyHours": 48, "barredDays": 0, "completion": "EXHAUSTIVE", "reviewDays": 30, "usualHours": 24, "concernDays": 3, "longestDays": 14, "missionLevel": 0, "missionRatio": 4, "quorumFactor": 2, "shortestHours": 24, "leastApprovals": 1, "shortestMinutes": 10, "longestReviewDays": 60}',
    2, 'MEMBERS');
insert into mission_proposal values (1, 3, '');
insert into ratification values (1, 7, 3, '2026-11-02 08:00:00Z', 21, '2026-11-05 08:00:00Z', 'TURNED_DOWN');
