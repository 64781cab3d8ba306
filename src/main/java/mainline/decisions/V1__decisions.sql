create table decision (
    community_id bigint not null,
    number bigint not null,
    method text not null,
    secret boolean not null,
    person_id bigint not null,
    about_kind text,
    about_number bigint,
    opened timestamptz not null,
    ends timestamptz not null,
    ends_when_all_voted boolean not null,
    round int not null default 1,
    eligible int not null,
    terms jsonb not null,
    review date,
    lot text not null,
    normal text not null,
    primary key (community_id, number)
);
create index decision_about on decision (community_id, about_kind, about_number);

-- What is asked, in versions.
create table decision_wording (
    community_id bigint not null,
    decision_number bigint not null,
    version int not null,
    question text not null check (length(question) between 1 and 300),
    background text not null check (length(background) <= 20000),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, decision_number, version),
    foreign key (community_id, decision_number) references decision
);

create table option_version (
    community_id bigint not null,
    decision_number bigint not null,
    option int not null,
    version int not null,
    text text not null check (length(text) between 1 and 300),
    detail text not null check (length(detail) <= 5000),
    quarter_hours bigint not null check (quarter_hours between 0 and 40000000),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, decision_number, option, version),
    foreign key (community_id, decision_number) references decision
);

-- The decisions whose window the clock still runs; a row leaves with the outcome or the withdrawal.
create table open_decision (
    community_id bigint not null,
    decision_number bigint not null,
    ends timestamptz not null,
    primary key (community_id, decision_number),
    foreign key (community_id, decision_number) references decision
);
create index open_decision_ends on open_decision (ends);

-- Who may vote, as it was at the opening.
create table decision_roll (
    community_id bigint not null,
    decision_number bigint not null,
    person_id bigint not null,
    shard int not null,
    primary key (community_id, decision_number, person_id),
    foreign key (community_id, decision_number) references decision
);

create table decision_ballot (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    person_id bigint not null,
    receipt text not null,
    choice text not null,
    reason text not null check (length(reason) <= 2000),
    at timestamptz not null,
    primary key (community_id, decision_number, round, person_id),
    foreign key (community_id, decision_number) references decision
);

-- Secret ballots and those who cast them lie apart, many in one row that is written anew with each ballot: see ADR 11.
create table secret_box (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    box int not null,
    ballots text[] not null,
    primary key (community_id, decision_number, round, box),
    foreign key (community_id, decision_number) references decision
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

create table secret_roll (
    community_id bigint not null,
    decision_number bigint not null,
    round int not null,
    shard int not null,
    voted bigint[] not null,
    primary key (community_id, decision_number, round, shard),
    foreign key (community_id, decision_number) references decision
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

-- No samples of ballots in the planner's statistics.
alter table secret_box alter column ballots set statistics 0;
alter table decision_ballot alter column choice set statistics 0;

create table published_ballot (
    community_id bigint not null,
    decision_number bigint not null,
    place int not null,
    receipt text not null,
    choice text not null,
    person_id bigint,
    reason text not null,
    primary key (community_id, decision_number, place),
    unique (community_id, decision_number, receipt),
    foreign key (community_id, decision_number) references decision
);

create table decision_outcome (
    community_id bigint not null,
    decision_number bigint not null,
    at timestamptz not null,
    passed boolean not null,
    winners int[] not null,
    voted int not null,
    sentence jsonb not null,
    primary key (community_id, decision_number),
    foreign key (community_id, decision_number) references decision
);

create table decision_statement (
    community_id bigint not null,
    decision_number bigint not null,
    version int not null,
    statement text not null check (length(statement) <= 5000),
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, decision_number, version),
    foreign key (community_id, decision_number) references decision
);

create table decision_withdrawal (
    community_id bigint not null,
    decision_number bigint not null,
    person_id bigint not null,
    at timestamptz not null,
    reason text not null check (length(reason) <= 1000),
    primary key (community_id, decision_number),
    foreign key (community_id, decision_number) references decision
);

create table decision_review (
    community_id bigint not null,
    decision_number bigint not null,
    due timestamptz not null,
    primary key (community_id, decision_number),
    foreign key (community_id, decision_number) references decision
);
create index decision_review_due on decision_review (due);

-- A question that got a no; the same words are not asked again for a while.
create table decision_bar (
    community_id bigint not null,
    normal text not null,
    until timestamptz not null,
    primary key (community_id, normal)
);

create table decision_rules (
    community_id bigint not null,
    version int not null,
    rules jsonb not null,
    about_kind text,
    about_number bigint,
    at timestamptz not null,
    primary key (community_id, version)
);

create function outcome_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was decided stays as it was decided';
end $$;

create trigger published_ballot_stays before update or delete on published_ballot
    for each row execute function outcome_stays();
create trigger published_ballot_all_stay before truncate on published_ballot
    for each statement execute function outcome_stays();
create trigger decision_outcome_stays before update or delete on decision_outcome
    for each row execute function outcome_stays();
create trigger decision_outcome_all_stay before truncate on decision_outcome
    for each statement execute function outcome_stays();
create trigger decision_roll_stays before update or delete on decision_roll
    for each row execute function outcome_stays();
