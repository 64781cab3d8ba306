-- The chain of an idea that was withdrawn says so.
update chain_node n
set note = jsonb_build_array('chain.idea.withdrawn')
from idea_withdrawal w
where n.community_id = w.community_id and n.subject_kind = 'IDEA' and n.subject_number = w.number
    and n.note ->> 0 = 'chain.idea.version';
