-- From which version of the mission an idea cites its clause; until now the text that held when it was last changed.
alter table idea add column mission_version int not null default 1;
update idea i set mission_version = coalesce(
    (select max(v.version) from mission_version v where v.community_id = i.community_id and v.published_at <= i.changed_at), 1);
create index idea_cited on idea (community_id, clause, mission_version, number);
create index idea_served on idea (community_id, clause desc, published_at desc);
