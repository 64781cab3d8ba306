-- By which name a wiki's links find a page, in whichever folder it lies.
alter table handbook_page add column called text collate "C";
update handbook_page set called =
    regexp_replace(lower(regexp_replace(regexp_replace(path, '^.*/', ''), '\.md$', '')), '[\s_-]+', '-', 'g');
create index handbook_page_called on handbook_page (community_id, called);
