-- By which title a link of a wiki finds a page, where none is named so. All pages are read again: links may lead somewhere now.
alter table handbook_page add column titled text collate "C";
update handbook_page set titled = left(regexp_replace(lower(title), '[\s_-]+', '-', 'g'), 500);
create index handbook_page_titled on handbook_page (community_id, titled);
