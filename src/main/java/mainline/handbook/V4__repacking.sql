-- Packs that are no longer listed, or not yet: their chunks go at that time, when nobody reads or writes them any more.
create table git_pack_leaving (
    community_id bigint not null,
    pack uuid not null,
    at timestamptz not null,
    primary key (community_id, pack)
);
create index git_pack_leaving_at on git_pack_leaving (at);
