-- Who contributes, what each release put in force, and the canonical content itself.
create schema library;
grant usage on schema library to lianku_public, lianku_reader, lianku_writer;

-- The registry, seeded from subgraphs/libraries.ts.
create table library.library (
  id text collate "C" primary key,
  name text not null,
  province text,
  agency text not null,
  kind text not null,
  style text not null,
  cycle_months integer,
  owner text not null
);
grant select on library.library to lianku_public, lianku_reader;
grant select, insert, update, delete on library.library to lianku_writer;

-- One release: what one intake put in force, or was stopped from putting in force. Numbers count from 1 per library.
create table library.release (
  id text collate "C" primary key,
  library text collate "C" not null references library.library (id),
  number integer not null,
  state text not null check (state in ('IN_FORCE', 'SUPERSEDED', 'HELD', 'DECLINED')),
  created_at timestamptz not null default now(),
  -- Last day the newest of its records speaks for, or the time of the release when none has a date.
  as_of timestamptz not null default now(),
  style text not null,
  -- [{ name, bytes, sha256 }] as sent; the files themselves are not kept.
  files jsonb not null,
  -- Kinds and, where the style has a scope, scope values that the release replaced; null is the whole library.
  kinds text[] not null,
  scopes text[],
  read integer not null,
  inserted integer not null,
  changed integer not null,
  unchanged integer not null,
  refused integer not null,
  held integer not null,
  removed integer not null,
  -- Records of the library in force and public once it was done.
  rows integer not null,
  -- The release whose content a rollback brought back.
  restores text collate "C" references library.release (id),
  unique (library, number),
  check (read = inserted + changed + unchanged + refused + held)
);
grant select on library.release to lianku_public, lianku_reader;
grant select, insert, update on library.release to lianku_writer;

-- Every version of every record, from the release that brought it to the one that took it away.
create table library.version (
  library text collate "C" not null,
  -- Two digits of the library's province.
  province text collate "C",
  kind text collate "C" not null,
  local_id text collate "C" not null,
  id text collate "C" not null,
  main boolean not null,
  scope text collate "C",
  hash text collate "C" not null,
  restricted boolean not null,
  record jsonb not null,
  flags jsonb not null,
  source jsonb not null,
  from_release integer not null,
  to_release integer
);
create unique index version_in_force on library.version (library, kind, local_id) where to_release is null;
create index version_id on library.version (id) where to_release is null;
grant select, insert, update on library.version to lianku_writer;

-- What a held release would put in force, until a person decides.
create table library.held (
  library text collate "C" not null,
  number integer not null,
  kind text collate "C" not null,
  local_id text collate "C" not null,
  id text collate "C" not null,
  main boolean not null,
  scope text collate "C",
  hash text collate "C" not null,
  restricted boolean not null,
  record jsonb not null,
  flags jsonb not null,
  source jsonb not null,
  -- The row itself waits for a person: its local id occurs twice.
  doubled boolean not null,
  seq bigint not null,
  primary key (library, number, seq)
);
grant select, insert, delete on library.held to lianku_writer;

-- Public ids in force, and what they are; `Query.node` finds its way by it.
create view library.record_id as
  select distinct id, kind, case when kind = 'organization' then null else library end as library
  from library.version
  where to_release is null and not restricted;
grant select on library.record_id to lianku_public, lianku_reader, lianku_writer;

-- Last day of a partial date or period: 2023, 2023H1, 2023Q2, 2023-05, 2023-05-01; null for other text.
create function library.last_day(value text) returns date language sql immutable strict parallel safe
  return case
    when value ~ '^\d{4}$' then make_date(value::int, 12, 31)
    when value ~ '^\d{4}H[12]$' then
      (make_date(left(value, 4)::int, right(value, 1)::int * 6, 1) + interval '1 month - 1 day')::date
    when value ~ '^\d{4}Q[1-4]$' then
      (make_date(left(value, 4)::int, right(value, 1)::int * 3, 1) + interval '1 month - 1 day')::date
    when value ~ '^\d{4}-(0[1-9]|1[0-2])$' then ((value || '-01')::date + interval '1 month - 1 day')::date
    when value ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' then value::date
  end;
grant execute on function library.last_day to lianku_writer;

-- How often each doubt was raised in a release.
create table library.flag_count (
  release text collate "C" not null references library.release (id),
  code text collate "C" not null,
  count integer not null,
  primary key (release, code)
);
grant select on library.flag_count to lianku_public, lianku_reader;
grant select, insert on library.flag_count to lianku_writer;

-- Rows that were refused: where, why and a keyed digest, never what they said.
create table library.refusal (
  release text collate "C" not null references library.release (id),
  file text not null,
  sheet text,
  row integer not null,
  code text collate "C" not null,
  hash text not null
);
create index refusal_release on library.refusal (release);
grant select, insert on library.refusal to lianku_writer;

-- Secret of the keyed digests, made with the first intake. Local ids depend on it, so it lives with the records.
create table library.digest_key (
  single boolean primary key default true check (single),
  key text not null
);
grant select, insert on library.digest_key to lianku_writer;
