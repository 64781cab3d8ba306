-- The contents of a handbook list what changed last.
create index handbook_page_at on handbook_page (community_id, at desc) where not hidden;
