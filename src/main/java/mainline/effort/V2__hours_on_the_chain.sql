-- Of what is promised, the chain tells what was asked for, kind by kind, and as numbers, so that they are told in the reader's language.
update chain_node n
set note = case n.note ->> 0
    when 'chain.pledged' then jsonb_build_array('chain.pledged', trim_scale(t.covered), trim_scale(t.needed))
    else jsonb_build_array('chain.pledged.open', trim_scale(t.pledged)) end
from (
    select community_id, idea_number, sum(least(needed, pledged)) / 4.0 as covered, sum(needed) / 4.0 as needed,
        sum(pledged) / 4.0 as pledged
    from effort_total group by community_id, idea_number) t
where n.community_id = t.community_id and n.subject_kind = 'IDEA' and n.subject_number = t.idea_number
    and n.note ->> 0 in ('chain.pledged', 'chain.pledged.open');
