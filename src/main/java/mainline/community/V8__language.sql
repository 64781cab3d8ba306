-- What a community writes by itself, such as in its handbook, is in the language in which it was founded.
alter table community add language text not null default 'en' check (length(language) <= 35);
