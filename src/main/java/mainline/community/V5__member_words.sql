-- What members are found by while somebody writes their name: the words of their names, and their handles.
create table member_word (
    community_id bigint not null references community,
    word text collate "C" not null check (length(word) <= 100),
    person_id bigint not null,
    primary key (community_id, word, person_id)
);
create index member_word_person on member_word (person_id, community_id);

-- Those who belong already; the application spells the words of everybody who joins from now on, or takes another name.
insert into member_word (community_id, word, person_id)
select distinct m.community_id, left(w.word, 100), m.person_id
from membership m
join person p on p.id = m.person_id
cross join lateral (
    select p.handle as word
    union all
    select regexp_split_to_table(lower(regexp_replace(normalize(p.name, NFKD), '[\u0300-\u036f]', '', 'g')), '[\s.,''’"()-]+')
) as w
where w.word <> '';
