create index nomination_declared on nomination (community_id, by_id, number) where interest <> '' and decision is not null;
