-- Why each was told, what it is listed with, when it was seen, and when it is to be mailed by itself (null: not any more).
-- Mailed is what went out, by itself or in a digest.
alter table notice
    add column why text not null default 'answered' check (length(why) <= 20),
    add column whole_kind text,
    add column whole_number bigint,
    add column seen_at timestamptz,
    add column mail_at timestamptz,
    add column mailed_at timestamptz;
update notice n
set whole_kind = subject_kind, whole_number = subject_number, mailed_at = n.at,
    seen_at = (select s.at from notice_seen s where s.notice_id = n.id);
alter table notice alter column whole_kind set not null, alter column whole_number set not null;

create index notice_unseen on notice (person_id, id) where seen_at is null;
create index notice_to_mail on notice (mail_at, person_id) where mail_at is not null;
create index notice_to_digest on notice (person_id, id) where seen_at is null and mailed_at is null;
create index notice_act on notice (act, person_id);
create index notice_told on notice (community_id, subject_kind, subject_number, at);

-- In an earlier release each was mailed as it was told. A digest comes at that hour of the person's zone (null: that of
-- the community they heard from); from the one quiet hour to the other nothing is mailed by itself.
alter table notice_ways
    add column digest text not null default 'daily' check (digest in ('daily', 'weekly', 'never')),
    add column hour smallint not null default 8 check (hour between 0 and 23),
    add column zone text check (length(zone) <= 60),
    add column quiet_from smallint not null default 22 check (quiet_from between 0 and 23),
    add column quiet_until smallint not null default 7 check (quiet_until between 0 and 23),
    add column most smallint not null default 5 check (most between 1 and 50);
update notice_ways set digest = 'never' where not mails;

-- Who has something for a digest; due is null until it is known when it goes out.
create table notice_digest (
    person_id bigint primary key,
    due timestamptz
);
create index notice_digest_due on notice_digest (due nulls first);

-- How many letters went to a person by themselves on that day of theirs.
create table notice_letters (
    person_id bigint primary key,
    day date not null,
    letters int not null
);

-- What signs the addresses by which mail is ended without signing in.
create table notice_key (
    one boolean primary key default true check (one),
    key bytea not null
);
