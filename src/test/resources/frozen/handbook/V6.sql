insert into ruling (community_id, commit_id, text, broken_line, broken_key, broken_gaps)
values (1, '0123456789abcdef0123456789abcdef01234567', 'areas: []', 7, 'stewards.file.number-odd', '{approvals,0,9}');
