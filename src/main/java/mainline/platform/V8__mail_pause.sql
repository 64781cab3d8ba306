-- One row as long as no mail is sent, by whom and since when.
create table mail_pause (
    one boolean primary key default true check (one),
    person_id bigint not null,
    at timestamptz not null
);
