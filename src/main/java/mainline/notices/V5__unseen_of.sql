-- What somebody has not seen of one thing, looked for whenever they open its page.
create index notice_unseen_of on notice (person_id, community_id, whole_kind, whole_number) where seen_at is null;
