-- Whose suggested wordings each version took. They are credited for their words and are no authors of the change.
create table change_suggester (
    community_id bigint not null,
    number bigint not null,
    version integer not null,
    person_id bigint not null,
    at timestamptz not null,
    primary key (community_id, number, version, person_id)
);
-- Whether nothing is new in a version but wordings that others than its authors suggested.
alter table change_version add column suggested boolean not null default false;

-- Until now they became co-authors, at the very time at which their wording was taken.
insert into change_suggester (community_id, number, version, person_id, at)
    select t.community_id, r.change_number, t.version, r.person_id, min(t.at)
    from change_suggestion_taken t
    join change_remark r using (community_id, number)
    join change_coauthor a on a.community_id = r.community_id and a.number = r.change_number and a.person_id = r.person_id
    group by t.community_id, r.change_number, t.version, r.person_id;
delete from change_coauthor a using change_suggester s
    where a.community_id = s.community_id and a.number = s.number and a.person_id = s.person_id and a.at = s.at;
