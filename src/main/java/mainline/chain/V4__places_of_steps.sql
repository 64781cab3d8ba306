-- Steps were numbered from 0 as they happened to stand in the code; a step may come between them.
update chain_node set step = (step + 1) * 10;
