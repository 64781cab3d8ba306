insert into mission_version (community_id, version, statement, published_at, person_id, name, tagline, rules, base)
values (1, 2, 'We look after the harbour and its birds.', '2026-05-01 08:00:00Z', 22, 'Harbour', 'Boats and birds',
    '{"ratio": 1, "mayOpen": {"SEATS": 1, "RANKED": 1, "CONSENT": 0, "APPROVAL": 0, "TEMPERATURE": 0, "EQUAL_SHARES": 1, "SHOW_OF_HANDS": 0, "LAZY_CONSENSUS": 0}, "mayVote": {"SEATS": 1, "RANKED": 1, "CONSENT": 0, "APPROVAL": 0, "TEMPERATURE": 0, "EQUAL_SHARES": 1, "SHOW_OF_HANDS": 0, "LAZY_CONSENSUS": 0}, "lazyHours": 72, "barredDays": 60, "reviewDays": 90, "usualHours": 72, "concernDays": 7, "longestDays": 60, "missionLevel": 1, "missionRatio": 3, "quorumFactor": 1.5, "shortestHours": 24, "leastApprovals": 3, "shortestMinutes": 5, "longestReviewDays": 180}',
    1);
insert into mission_clause values (1, 2, 1, 'We repair before we buy.'), (1, 2, 2, 'We leave the reeds alone.');
insert into mission_proposal values (1, 2, 'The birds were here first.');
insert into ratification values (1, 6, 2, '2026-05-02 08:00:00Z', 22, '2026-05-05 08:00:00Z', 'RATIFIED');
