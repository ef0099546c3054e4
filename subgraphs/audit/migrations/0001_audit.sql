-- Who read or changed what, when and why: written once, never changed, each row sealed to the one before.
create schema audit;
grant usage on schema audit to lianku_reader, lianku_writer;

create table audit.event (
  -- Counts from 1 without a gap.
  seq bigint primary key,
  at timestamptz not null,
  -- The event as JSON, kept to the letter: its hash is over these characters.
  content json not null,
  previous text collate "C" not null,
  -- SHA-256 over seq, at, previous and content, as hex.
  hash text collate "C" not null
);

-- How many events there are, and the hash of the last one; rows cut off at the end are missed by it.
create table audit.head (
  single boolean primary key default true check (single),
  seq bigint not null,
  hash text collate "C" not null
);
insert into audit.head (seq, hash) values (0, repeat('0', 64));

-- Seals an event as it is written. The writer gives its content and can choose neither place, time nor hash.
-- The lock on the head is held until the end of the transaction, so events are in the order of their commits.
create function audit.seal() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare head audit.head;
begin
  select * into strict head from audit.head for update;
  new.seq := head.seq + 1;
  new.at := clock_timestamp();
  new.previous := head.hash;
  new.hash := encode(sha256(convert_to(concat_ws(E'\n',
    new.seq, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), new.previous, new.content), 'UTF8')), 'hex');
  update audit.head set seq = new.seq, hash = new.hash;
  return new;
end $$;
create trigger seal before insert on audit.event for each row execute function audit.seal();
alter table audit.event enable always trigger seal;

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only.' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse before update or delete or truncate on audit.event for each statement execute function audit.refuse();
alter table audit.event enable always trigger refuse;
create trigger refuse before insert or delete or truncate on audit.head for each statement execute function audit.refuse();
alter table audit.head enable always trigger refuse;

alter table audit.event enable row level security, force row level security;
grant insert (content) on audit.event to lianku_writer;
create policy writer on audit.event for insert to lianku_writer with check (true);

-- Read by those whose duty it is, each reading as its own viewer.
grant select on audit.event to lianku_reader;
create policy reader on audit.event for select to lianku_reader
  using ((select lianku.viewer()) ->> 'role' in ('OPERATOR', 'EVALUATOR'));
grant select on audit.head to lianku_reader;
