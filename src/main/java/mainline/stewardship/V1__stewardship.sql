-- The state repeats what the other columns say, so that each list has an index.
create table nomination (
    community_id bigint not null,
    number bigint not null,
    state text not null
        check (state in ('ASKED', 'DECLINED', 'WITHDRAWN', 'DECIDING', 'CONFIRMED', 'TURNED_DOWN', 'LAPSED')),
    area text not null check (length(area) <= 500),
    nominee_id bigint not null,
    by_id bigint not null,
    reason text not null check (length(reason) between 1 and 2000),
    interest text not null check (length(interest) <= 500),
    words text not null default '' check (length(words) <= 300),
    renewal boolean not null,
    at timestamptz not null,
    accepted timestamptz,
    decision bigint,
    ended timestamptz,
    change bigint,
    why text,
    primary key (community_id, number)
);
-- One person is put forward for one area once at a time.
create unique index nomination_now on nomination (community_id, area, nominee_id) where state in ('ASKED', 'DECIDING');
create index nomination_state on nomination (community_id, state, number);
create index nomination_person on nomination (community_id, nominee_id) where state in ('ASKED', 'DECIDING');

-- Who said yes to it while it would stand by silence.
create table nomination_agreement (
    community_id bigint not null,
    number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number, person_id)
);

create table recall (
    community_id bigint not null,
    number bigint not null,
    state text not null check (state in ('DECIDING', 'WAITING', 'CARRIED_OUT', 'TURNED_DOWN', 'WITHDRAWN', 'LAPSED')),
    area text not null check (length(area) <= 500),
    steward_id bigint not null,
    by_id bigint not null,
    reason text not null check (length(reason) between 1 and 2000),
    words text not null check (length(words) <= 300),
    at timestamptz not null,
    decision bigint not null,
    ended timestamptz,
    change bigint,
    primary key (community_id, number)
);
create unique index recall_now on recall (community_id, area, steward_id) where state in ('DECIDING', 'WAITING');
create index recall_state on recall (community_id, state, number);
create index recall_waiting on recall (community_id, number) where state = 'WAITING';

-- Of which end of a term people have been told, and how many days before.
create table term_notice (
    community_id bigint not null,
    area text not null,
    person_id bigint not null,
    last_day date not null,
    days integer not null,
    at timestamptz not null,
    primary key (community_id, area, person_id, last_day, days)
);
