-- Who joined lately.
create index membership_since on membership (community_id, since);
