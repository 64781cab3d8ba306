-- A change that passed no gate, and what made it: a decision, a person for themselves, or a rule.
create table change_enactment (
    community_id bigint not null,
    number bigint not null,
    decision bigint,
    person_id bigint,
    rule text,
    head text not null,
    at timestamptz not null,
    primary key (community_id, number),
    check (num_nonnulls(decision, person_id, rule) = 1)
);

-- Who merged lately, and what somebody did in a part of the handbook.
create index change_merge_at on change_merge (community_id, at);
create index change_merge_person on change_merge (community_id, person_id, number);
create index change_by on change (community_id, author_id, number) where state = 'MERGED';
create index change_approval_person on change_approval (community_id, person_id, number) where withdrawn is null;
create index change_endorsement_person on change_endorsement (community_id, person_id, number) where withdrawn is null;
create index change_concern_person on change_concern (community_id, person_id, number);
