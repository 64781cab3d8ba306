-- Addresses to which invitations were mailed. Whoever came by one of their links, or under the address, has joined.
create table invited_address (
    community_id bigint not null references community,
    n integer not null,
    mail text not null check (length(mail) between 3 and 254),
    name text not null check (length(name) <= 100),
    person_id bigint not null,
    at timestamptz not null,
    reminded timestamptz,
    joined bigint,
    primary key (community_id, n),
    unique (community_id, mail)
);
create index invited_address_person on invited_address (person_id, at);

-- The address a link was mailed to; null for one that somebody passes on themselves.
alter table invitation_link add column invited integer;
alter table invitation_link add foreign key (community_id, invited) references invited_address;
create index invitation_link_invited on invitation_link (community_id, invited) where invited is not null;
