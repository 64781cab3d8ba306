-- Pages that came with an imported history were written by people who need not have an account.
alter table handbook_page alter column person_id drop not null;
alter table handbook_page add column author text not null default '';
