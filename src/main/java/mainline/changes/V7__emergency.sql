-- A steward's word that a change cannot wait. Two of them merge it, for the content they spoke about.
create table change_emergency (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    person_id bigint not null,
    reason text not null check (length(reason) between 1 and 1000),
    skips_checks boolean not null,
    at timestamptz not null,
    withdrawn timestamptz
);
create unique index change_emergency_now on change_emergency (community_id, number, version, person_id)
    where withdrawn is null;

-- What was merged by their word; skipped names the rules that were not satisfied.
create table change_emergency_merge (
    community_id bigint not null,
    number bigint not null,
    first_id bigint not null,
    second_id bigint not null,
    skipped text[] not null,
    at timestamptz not null,
    primary key (community_id, number)
);

-- A steward who was no part of it has looked at it afterwards.
create table change_emergency_review (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    note text not null check (length(note) <= 1000),
    at timestamptz not null,
    primary key (community_id, number)
);

-- A word that is nearly one of the glossary's and that its author means as it stands.
create table change_word (
    community_id bigint not null,
    number bigint not null,
    word text not null check (length(word) <= 200),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number, word)
);
