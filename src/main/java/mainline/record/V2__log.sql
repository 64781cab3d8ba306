-- What a leaf commits to is hashed with 32 bytes by chance, so that nobody can guess it back once it is erased. The default
-- gives them to the rows that are there already, and to those that a process of the version before still adds.
alter table record_entry add column salt bytea
    default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
    check (length(salt) = 32);

create table record_log (
    community_id bigint primary key,
    origin text not null,
    size bigint not null default 0,
    since timestamptz not null
);

-- Entries that are not in the tree yet. Numbers of entries become visible out of order; what is in here is visible.
create table record_pending (
    community_id bigint not null,
    entry_id bigint not null,
    primary key (community_id, entry_id)
);

create table record_leaf (
    community_id bigint not null,
    seq bigint not null,
    entry_id bigint not null,
    leaf text not null,
    primary key (community_id, seq),
    unique (community_id, entry_id)
);

create table record_tile (
    community_id bigint not null,
    level smallint not null,
    number bigint not null,
    hashes bytea not null check (length(hashes) % 32 = 0 and length(hashes) between 32 and 8192),
    primary key (community_id, level, number)
);
alter table record_tile alter column hashes set storage external;

create table record_checkpoint (
    community_id bigint not null,
    size bigint not null,
    at timestamptz not null,
    note text not null,
    primary key (community_id, size)
);

-- The key of a person's pseudonym in one log. Without it the pseudonym is nobody's.
create table record_person_key (
    community_id bigint not null,
    person_id bigint not null,
    key bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
    primary key (community_id, person_id)
);

create table record_erasure (
    community_id bigint not null,
    entry_id bigint not null,
    at timestamptz not null,
    primary key (community_id, entry_id)
);

-- Signs for all logs of this installation; whoever can read this can sign in its name.
create table record_signer (
    one smallint primary key default 1 check (one = 1),
    seed bytea not null check (length(seed) = 32),
    public_key bytea not null check (length(public_key) = 32),
    since timestamptz not null
);

insert into record_pending select community_id, id from record_entry;

create function record_waits() returns trigger language plpgsql as $$
begin
    insert into record_pending values (new.community_id, new.id);
    return null;
end $$;
create trigger record_entry_waits after insert on record_entry
    for each row execute function record_waits();

-- The one change an entry knows: what is personal in it goes, and that it went is told.
create function record_only_erased() returns trigger language plpgsql as $$
begin
    if new.salt is null and new.person_id is null and new.facts = '{}'
        and (new.community_id, new.id, new.at, new.verb, new.subject_kind)
            = (old.community_id, old.id, old.at, old.verb, old.subject_kind)
        and new.subject_number = (case old.subject_kind when 'MEMBER' then 0 else old.subject_number end)
        and exists (select from record_erasure where community_id = old.community_id and entry_id = old.id)
    then
        return new;
    end if;
    raise exception 'the record is only added to';
end $$;
drop trigger record_entry_stays on record_entry;
create trigger record_entry_stays before delete on record_entry
    for each row execute function record_stays();
create trigger record_entry_only_erased before update on record_entry
    for each row execute function record_only_erased();

create function record_only_grows() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'record_tile' then
        if substring(new.hashes for length(old.hashes)) = old.hashes
            and (new.community_id, new.level, new.number) = (old.community_id, old.level, old.number)
        then
            return new;
        end if;
    elsif new.size >= old.size and (new.community_id, new.origin, new.since) = (old.community_id, old.origin, old.since)
    then
        return new;
    end if;
    raise exception 'the record is only added to';
end $$;
create trigger record_tile_grows before update on record_tile
    for each row execute function record_only_grows();
create trigger record_log_grows before update on record_log
    for each row execute function record_only_grows();

create trigger record_leaf_stays before update or delete on record_leaf
    for each row execute function record_stays();
create trigger record_checkpoint_stays before update or delete on record_checkpoint
    for each row execute function record_stays();
create trigger record_erasure_stays before update or delete on record_erasure
    for each row execute function record_stays();
create trigger record_signer_stays before update or delete on record_signer
    for each row execute function record_stays();
create trigger record_tile_stays before delete on record_tile
    for each row execute function record_stays();
create trigger record_log_stays before delete on record_log
    for each row execute function record_stays();

create trigger record_leaf_all_stay before truncate on record_leaf
    for each statement execute function record_stays();
create trigger record_checkpoint_all_stay before truncate on record_checkpoint
    for each statement execute function record_stays();
create trigger record_erasure_all_stay before truncate on record_erasure
    for each statement execute function record_stays();
create trigger record_signer_all_stay before truncate on record_signer
    for each statement execute function record_stays();
create trigger record_tile_all_stay before truncate on record_tile
    for each statement execute function record_stays();
create trigger record_log_all_stay before truncate on record_log
    for each statement execute function record_stays();
