create schema licensing;
grant usage on schema licensing to lianku_public, lianku_reader, lianku_writer;

create table licensing.open_license (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  patent_number text collate "C",
  patent_title text,
  patent_kind text collate "C",
  licensors jsonb,
  licensor_ids text[] collate "C",
  status text collate "C" not null,
  fee_mode text collate "C",
  fee_mode_text text,
  fixed_fee numeric,
  fixed_fee_text text,
  royalty text,
  term_years int,
  term_end text collate "C",
  announced_on text collate "C",
  verdicts jsonb not null,
  failed_rules text[] collate "C" not null
);
-- Kept in line: ranking reads the words of every record a search finds.
alter table licensing.open_license alter column tokens set storage main;
create index on licensing.open_license using gin (tokens);
create index on licensing.open_license (patent_number, id);
create index on licensing.open_license (province, id);
create index on licensing.open_license (coalesce(fixed_fee, 'Infinity'), id);
create index on licensing.open_license (coalesce(fixed_fee, '-Infinity') desc, id);
create index on licensing.open_license (coalesce(announced_on, '~'), id);
create index on licensing.open_license (coalesce(announced_on, '') desc, id);
create index on licensing.open_license (coalesce(term_end, '~'), id);
create index on licensing.open_license (coalesce(term_end, '') desc, id);
create index on licensing.open_license (coalesce(updated_on, '~'), id);
create index on licensing.open_license (coalesce(updated_on, '') desc, id);
create index on licensing.open_license using gin (licensor_ids);
grant select on licensing.open_license to lianku_public, lianku_reader;
grant select, insert, update, delete on licensing.open_license to lianku_writer;

create table licensing.restricted_open_license
  (like licensing.open_license including constraints including indexes);
alter table licensing.restricted_open_license enable row level security, force row level security;
grant select on licensing.restricted_open_license to lianku_reader;
grant select, insert, update, delete on licensing.restricted_open_license to lianku_writer;
create policy writer on licensing.restricted_open_license for all to lianku_writer using (true) with check (true);

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table licensing.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on licensing.source to lianku_public, lianku_reader;
grant select, insert, update, delete on licensing.source to lianku_writer;
