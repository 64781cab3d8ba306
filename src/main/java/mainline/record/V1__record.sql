create table record_entry (
    community_id bigint not null,
    id bigint generated always as identity,
    at timestamptz not null,
    verb text not null,
    topic text not null generated always as (split_part(verb, '.', 1)) stored,
    person_id bigint,
    subject_kind text not null,
    subject_number bigint not null,
    facts jsonb not null default '{}',
    primary key (community_id, id)
);
create index record_entry_verb on record_entry (community_id, verb, id);
create index record_entry_topic on record_entry (community_id, topic, id);
create index record_entry_person on record_entry (community_id, person_id, id);
create index record_entry_subject on record_entry (community_id, subject_kind, subject_number, id);

create function record_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the record is only added to';
end $$;

create trigger record_entry_stays before update or delete on record_entry
    for each row execute function record_stays();
create trigger record_entry_all_stay before truncate on record_entry
    for each statement execute function record_stays();
