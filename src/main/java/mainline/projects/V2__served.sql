create index project_served on project (community_id, clause desc, started desc);
