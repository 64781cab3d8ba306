insert into chain_node (community_id, subject_kind, subject_number, step, thread_kind, thread_number, label, note, path, done)
values
    (1, 'CLAUSE', 2, 0, 'IDEA', 12, '["chain.text", "M2"]', '["chain.text", "We repair"]', 'mission#M2', true),
    (1, 'IDEA', 12, 1, 'IDEA', 12, '["chain.idea", "12"]', '["chain.idea.version", "1"]', 'ideas/12', false),
    (1, 'IDEA', 12, 2, 'IDEA', 12, '["chain.step.BACKING"]', '["chain.pledged", "31", "37"]', 'ideas/12#need', false),
    (1, 'PROJECT', 3, 3, 'IDEA', 12, '["chain.project", "3"]', '["chain.project.review", "2026-12-20"]', 'projects/3', false),
    (1, 'CHANGE', 7, 4, 'IDEA', 12, '["handbook.node.change", "7"]', '["handbook.node.open", "2"]', 'changes/7', false),
    (1, 'CHANGE', 7, 5, 'IDEA', 12, '["chain.text", "Tools"]', '["handbook.node.page"]', 'handbook/tools', true),
    (1, 'PRACTICE', 1, 6, 'IDEA', 12, '["chain.step.TRIALS"]', '["chain.trials", "4", "5"]', 'results/1', false),
    (1, 'VERDICT', 1, 7, 'IDEA', 12, '["chain.verdict.KEEP"]', '["chain.text", "It held"]', 'verdicts/1', true);
