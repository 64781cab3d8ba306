-- From each page to the files and folders its links and pictures lead to; broken when there is nothing of that name.
create table handbook_link (
    community_id bigint not null,
    path text collate "C" not null,
    target text collate "C" not null,
    broken boolean not null,
    primary key (community_id, path, target)
);
create index handbook_link_target on handbook_link (community_id, target, path);
create index handbook_link_broken on handbook_link (community_id, path, target) where broken;
