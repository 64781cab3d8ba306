-- No person and no community: only that a form with this content was sent, and where it led.
create table sent_form (
    key bytea primary key,
    leads_to text not null check (length(leads_to) <= 1000),
    sent_at timestamptz not null
);
create index sent_form_at on sent_form (sent_at);
