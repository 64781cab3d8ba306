-- What a page says about itself and where it stands in the book, so that contents need no git. "reading" is the way of reading
-- by which this was taken from the text; what an earlier way has read, a job reads again.
alter table handbook_page
    add column summary text not null default '' check (length(summary) <= 400),
    add column place double precision,
    add column hidden boolean not null default false,
    add column sorting text collate "C" not null default '',
    add column reading smallint not null default 0;
create index handbook_page_sorting on handbook_page (community_id, sorting, path) where not hidden;
create index handbook_page_reading on handbook_page (reading, community_id);

-- Folders with how many pages lie in them and below: all of them, and those that contents show.
create table handbook_folder (
    community_id bigint not null,
    path text collate "C" not null,
    parent text collate "C" not null,
    title text not null default '',
    place double precision,
    sorting text collate "C" not null default '',
    pages bigint not null,
    shown bigint not null,
    primary key (community_id, path)
);
create index handbook_folder_parent on handbook_folder (community_id, parent, sorting);

with recursive above as (
    select community_id, regexp_replace(path, '/[^/]*$', '') as path, count(*) as pages
    from handbook_page where strpos(path, '/') > 0 group by 1, 2
    union all
    select community_id, regexp_replace(path, '/[^/]*$', ''), pages from above where strpos(path, '/') > 0
)
insert into handbook_folder (community_id, path, parent, pages, shown)
    select community_id, path, case when strpos(path, '/') > 0 then regexp_replace(path, '/[^/]*$', '') else '' end,
        sum(pages), sum(pages)
    from above group by 1, 2;
