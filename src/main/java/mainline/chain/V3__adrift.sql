-- What did not begin with an idea names no clause.
create index chain_node_adrift on chain_node (community_id, subject_number, step) where thread_kind = 'CHANGE' and subject_kind = 'CHANGE';
