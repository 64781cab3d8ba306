-- The heading of a page that a link leads to; astray when the page is there and has no such heading. Which headings a page
-- has is not known until it is read by the way of reading that takes them.
alter table handbook_link
    add column anchor text collate "C" not null default '',
    add column astray boolean not null default false;
alter table handbook_link drop constraint handbook_link_pkey;
create unique index handbook_link_once on handbook_link (community_id, path, md5(target), md5(anchor));
alter table handbook_page add column anchors text[];
