insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, enrolled, terms, review, lot, normal)
values (1, 6, 'SHOW_OF_HANDS', false, 21, null, null, '2026-11-20 08:00:00Z', '2026-11-23 08:00:00Z', false, 1, 4, 3,
    '{"asked": 0, "least": 0, "ratio": 1, "seats": 1, "quorum": 3, "completion": "ADD1", "concernDays": 7, "quorumFactor": 1.5, "leastApprovals": 3, "budgetQuarterHours": 0}',
    null, 'cafe', 'shall we meet on tuesdays');
insert into decision_wording values (1, 6, 1, 'Shall we meet on Tuesdays?', '', 21, '2026-11-20 08:00:00Z');
insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, enrolled, terms, review, lot, normal)
values (1, 7, 'PLURALITY', false, 21, null, null, '2026-11-28 08:00:00Z', '2026-12-01 08:00:00Z', false, 1, 9, 9,
    '{"asked": 0, "least": 3, "ratio": 1, "seats": 1, "quorum": 0, "completion": "ADD1", "concernDays": 7, "turnoutPercent": 40, "budgetQuarterHours": 0}',
    null, 'cafe', 'which picture do we take 7');
insert into decision_wording values (1, 7, 1, 'Which picture do we take?', '', 21, '2026-11-28 08:00:00Z');
insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, enrolled, terms, review, lot, normal)
values (1, 8, 'PLURALITY', false, 21, null, null, '2026-11-28 08:00:00Z', '2026-12-01 08:00:00Z', false, 1, 9, 9,
    '{"asked": 0, "least": 3, "ratio": 1, "seats": 1, "quorum": 0, "completion": "ADD1", "concernDays": 7, "turnoutPeople": 6, "budgetQuarterHours": 0}',
    null, 'cafe', 'which picture do we take 8');
insert into decision_wording values (1, 8, 1, 'Which picture do we take?', '', 21, '2026-11-28 08:00:00Z');
insert into decision (community_id, number, method, secret, person_id, about_kind, about_number, opened, ends,
    ends_when_all_voted, round, eligible, enrolled, terms, review, lot, normal)
values (1, 9, 'DOTS', false, 21, null, null, '2026-11-28 08:00:00Z', '2026-12-01 08:00:00Z', false, 1, 9, 9,
    '{"asked": 0, "dots": 5, "least": 3, "ratio": 1, "seats": 1, "quorum": 0, "completion": "ADD1", "concernDays": 7, "budgetQuarterHours": 0}',
    null, 'cafe', 'what do we mend first');
insert into decision_wording values (1, 9, 1, 'What do we mend first?', '', 21, '2026-11-28 08:00:00Z');
