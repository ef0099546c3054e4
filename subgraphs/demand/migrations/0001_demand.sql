create schema demand;
grant usage on schema demand to lianku_public, lianku_reader, lianku_writer;

create table demand.demand (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  title text,
  description text,
  key_indicators text,
  enterprise_id text collate "C",
  enterprise_text text,
  category jsonb,
  category_code text collate "C",
  contract_kind jsonb,
  contract_kind_code text collate "C",
  cooperation_mode text,
  industries jsonb,
  industry_codes text[] collate "C",
  industry_fields text[] collate "C",
  intended_amount numeric,
  intended_amount_text text,
  status text collate "C",
  status_text text,
  region jsonb,
  region_code text collate "C",
  deadline text collate "C",
  published_on text collate "C",
  pushed_universities int,
  period text
);
-- Kept in line: ranking reads the words of every record a search finds.
alter table demand.demand alter column tokens set storage main;
create index on demand.demand using gin (tokens);
create index on demand.demand (enterprise_id, id);
create index on demand.demand (province, id);
create index on demand.demand (sort_key, id);
create index on demand.demand (coalesce(intended_amount, 'Infinity'), id);
create index on demand.demand (coalesce(intended_amount, '-Infinity') desc, id);
create index on demand.demand (coalesce(updated_on, '~'), id);
create index on demand.demand (coalesce(updated_on, '') desc, id);
create index on demand.demand (coalesce(deadline, '~'), id);
create index on demand.demand (coalesce(deadline, '') desc, id);
create index on demand.demand using gin (industry_codes);
grant select on demand.demand to lianku_public, lianku_reader;
grant select, insert, update, delete on demand.demand to lianku_writer;

create table demand.restricted_demand (like demand.demand including constraints including indexes);
alter table demand.restricted_demand enable row level security, force row level security;
grant select on demand.restricted_demand to lianku_reader;
grant select, insert, update, delete on demand.restricted_demand to lianku_writer;
create policy writer on demand.restricted_demand for all to lianku_writer using (true) with check (true);

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table demand.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on demand.source to lianku_public, lianku_reader;
grant select, insert, update, delete on demand.source to lianku_writer;
