-- From where a person signed in before, as digests only, and not for ever.
create table familiar (
    mark bytea primary key check (length(mark) = 32),
    person_id bigint not null references person,
    until timestamptz not null
);
create index familiar_person on familiar (person_id, until);
create index familiar_until on familiar (until);

create index session_network on session (network);
