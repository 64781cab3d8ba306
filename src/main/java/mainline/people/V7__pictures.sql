-- What somebody looks like, as they wish to be seen: a small square, kept by the hash under which it is served.
alter table person add column picture text check (picture ~ '^[0-9a-f]{64}$');
create index person_by_picture on person (picture) where picture is not null;

create table person_picture (
    person_id bigint primary key references person on delete cascade,
    ending text not null check (ending in ('.jpg', '.png')),
    bytes bytea not null check (octet_length(bytes) between 1 and 262144)
);
