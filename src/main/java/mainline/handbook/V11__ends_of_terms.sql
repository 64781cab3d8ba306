-- In which communities a term ends by a day.
create index area_steward_last_day on area_steward (last_day, community_id) where not emeritus and last_day is not null;
