create table concern (
    community_id bigint not null,
    decision_number bigint not null,
    concern int not null,
    person_id bigint not null,
    resolver_id bigint not null,
    harm text not null check (length(harm) <= 2000),
    clause int not null,
    at timestamptz not null,
    primary key (community_id, decision_number, concern),
    foreign key (community_id, decision_number) references decision,
    check (harm <> '' or clause > 0)
);

create table concern_turn (
    community_id bigint not null,
    decision_number bigint not null,
    concern int not null,
    turn int not null,
    kind text not null check (kind in ('ANSWER', 'REPLY', 'AMENDMENT')),
    person_id bigint not null,
    text text not null check (length(text) <= 5000),
    at timestamptz not null,
    primary key (community_id, decision_number, concern, turn),
    foreign key (community_id, decision_number, concern) references concern
);

-- Runs only while whoever raised the concern owes the next word.
create table concern_clock (
    community_id bigint not null,
    decision_number bigint not null,
    concern int not null,
    since timestamptz not null,
    until timestamptz not null,
    reminds timestamptz,
    primary key (community_id, decision_number, concern),
    foreign key (community_id, decision_number, concern) references concern
);
create index concern_clock_until on concern_clock (until);
create index concern_clock_reminds on concern_clock (reminds) where reminds is not null;

create table concern_end (
    community_id bigint not null,
    decision_number bigint not null,
    concern int not null,
    how text not null check (how in ('RESOLVED', 'STANDS', 'LAPSED')),
    reason text not null check (length(reason) <= 5000),
    at timestamptz not null,
    primary key (community_id, decision_number, concern),
    foreign key (community_id, decision_number, concern) references concern
);

-- A question that could not be settled by one method goes on by the next, once.
create table decision_escalation (
    community_id bigint not null,
    decision_number bigint not null,
    next_number bigint not null,
    person_id bigint,
    at timestamptz not null,
    primary key (community_id, decision_number),
    unique (community_id, next_number),
    foreign key (community_id, decision_number) references decision,
    foreign key (community_id, next_number) references decision
);

-- The phases of a consent round that do not follow from the decision's own window; version is the wording that was objected to.
create table consent_round (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    began timestamptz not null,
    clarified timestamptz not null,
    reacted timestamptz not null,
    amended timestamptz not null,
    ends timestamptz not null,
    version int,
    primary key (community_id, decision_number, round),
    foreign key (community_id, decision_number) references decision
);

-- What each member says when objections are asked for; the last word of each counts.
create table consent_word (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    person_id bigint not null,
    turn int not null,
    kind text not null check (kind in ('CONSENT', 'RESERVATION', 'OBJECTION', 'WITHDRAWN')),
    text text not null check (length(text) <= 2000),
    at timestamptz not null,
    primary key (community_id, decision_number, round, person_id, turn),
    foreign key (community_id, decision_number) references decision
);
