-- The text of pages for searching, without mark-up. Among the words stands one that names the community, so that one index
-- finds the words of one handbook without going through those of all others.
create table handbook_text (
    community_id bigint not null,
    path text collate "C" not null,
    body text not null,
    words tsvector not null,
    primary key (community_id, path)
);
create index handbook_text_words on handbook_text using gin (words);
