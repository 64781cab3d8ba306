alter table community add column tagline text not null default '' check (length(tagline) <= 200);

-- Every address a community has or had; a former one stays with it and leads to the present one.
create table community_address (
    slug text primary key,
    community_id bigint not null references community
);
insert into community_address (slug, community_id) select slug, id from community;
