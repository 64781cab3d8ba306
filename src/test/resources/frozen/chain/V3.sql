insert into chain_node (community_id, subject_kind, subject_number, step, thread_kind, thread_number, label, note, path, done)
values
    (1, 'PROJECT', 4, 3, 'CHANGE', 8, '["chain.project", "4"]', '["chain.project.review", {"day": "2027-01-31"}]', 'projects/4', false),
    (1, 'CHANGE', 8, 4, 'CHANGE', 8, '["handbook.node.change", "8"]', '["handbook.node.draft"]', 'changes/8', false);
