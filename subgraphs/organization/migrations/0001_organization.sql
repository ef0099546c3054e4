create schema organization;
grant usage on schema organization to lianku_public, lianku_reader, lianku_writer;

-- One row an organization, merged from what the libraries say of it.
create table organization.organization (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  contributors text[] not null,
  name text,
  former_names text[],
  other_names text[],
  name_en text,
  kind text collate "C",
  uscc text collate "C",
  moe_code text collate "C",
  ror text collate "C",
  region jsonb,
  region_code text collate "C",
  supervisor text,
  ownership text,
  level text,
  website text,
  hi_tech_zone text,
  sme_library_number text
);
-- Kept in line: ranking reads the words of every record a search finds.
alter table organization.organization alter column tokens set storage main;
create index on organization.organization using gin (tokens);
create index on organization.organization (province, id);
create index on organization.organization (library, id);
create index on organization.organization (sort_key, id);
create index on organization.organization (coalesce(updated_on, '~'), id);
create index on organization.organization (coalesce(updated_on, '') desc, id);
create index on organization.organization (uscc);
create index on organization.organization (moe_code);
grant select on organization.organization to lianku_public, lianku_reader;
grant select, insert, update, delete on organization.organization to lianku_writer;

-- What each library says of an organization, in the canonical form; never shown as such.
create table organization.contribution (
  id text collate "C" not null,
  library text collate "C" not null,
  record jsonb not null,
  primary key (id, library)
);
grant select, insert, update, delete on organization.contribution to lianku_writer;

create table organization.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on organization.source to lianku_public, lianku_reader;
grant select, insert, update, delete on organization.source to lianku_writer;
