-- act: the transaction that gave the notice, so that one act tells a person the same thing once.
create table notice (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    community_id bigint not null,
    subject_kind text not null,
    subject_number bigint not null,
    key text not null check (length(key) <= 100),
    gaps jsonb not null,
    at timestamptz not null,
    act xid8 not null default pg_current_xact_id(),
    unique (person_id, community_id, subject_kind, subject_number, key, act)
);
create index notice_person on notice (person_id, id);

create table notice_seen (
    notice_id bigint primary key references notice on delete cascade,
    at timestamptz not null
);

-- Who has no row here gets mail, in English.
create table notice_ways (
    person_id bigint primary key,
    mails boolean not null,
    language text not null check (length(language) <= 10),
    since timestamptz not null
);
