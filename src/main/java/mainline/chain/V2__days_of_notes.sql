-- A day in a note says that it is one, so that it is told in the reader's language.
update chain_node
set note = jsonb_build_array(note -> 0, jsonb_build_object('day', note -> 1))
where note ->> 0 = 'chain.project.review' and jsonb_typeof(note -> 1) = 'string';
