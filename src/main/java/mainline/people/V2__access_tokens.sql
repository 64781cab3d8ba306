-- Keys with which a program acts for a person; only the hash of each is kept.
create table access_token (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    name text not null check (length(name) between 1 and 100),
    scope text not null check (scope in ('READ', 'PUSH')),
    key_hash bytea not null unique,
    created timestamptz not null,
    used timestamptz,
    revoked timestamptz
);
create index access_token_person on access_token (person_id) where revoked is null;
