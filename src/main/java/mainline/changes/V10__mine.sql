create index change_mine on change (community_id, author_id, number);
drop index change_author;
