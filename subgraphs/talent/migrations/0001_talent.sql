create schema talent;
grant usage on schema talent to lianku_public, lianku_reader, lianku_writer;

create table talent.talent (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  name text,
  name_withheld boolean not null,
  kind text collate "C",
  organization_id text collate "C",
  organization_text text,
  department text,
  leader text,
  disciplines jsonb,
  discipline_codes text[] collate "C",
  discipline_keys text[] collate "C",
  research_directions text[],
  cooperation_areas text[],
  keywords text[],
  industries jsonb,
  industry_codes text[] collate "C",
  industry_fields text[] collate "C",
  service_modes text[] collate "C",
  programmes text[] collate "C",
  titles text[],
  highest_degree text,
  is_liaison boolean,
  is_industry_professor boolean,
  is_technology_manager boolean,
  achievement_titles text[],
  patent_numbers text[] collate "C",
  horizontal_projects int,
  horizontal_funding numeric,
  horizontal_funding_text text,
  metro_area text collate "C",
  pushed_to text[],
  entered_on text collate "C",
  check (not name_withheld or (name is null and leader is null))
);
-- Kept in line: ranking reads the words of every record a search finds.
alter table talent.talent alter column tokens set storage main;
create index on talent.talent using gin (tokens);
create index on talent.talent (organization_id, id);
create index on talent.talent (province, id);
create index on talent.talent (sort_key, id);
create index on talent.talent (coalesce(nullif(sort_key, '~'), '') desc, id);
create index on talent.talent (coalesce(horizontal_funding, 'Infinity'), id);
create index on talent.talent (coalesce(horizontal_funding, '-Infinity') desc, id);
create index on talent.talent (coalesce(updated_on, '~'), id);
create index on talent.talent (coalesce(updated_on, '') desc, id);
create index on talent.talent using gin (industry_codes);
create index on talent.talent using gin (discipline_codes);
create index on talent.talent using gin (patent_numbers);
grant select on talent.talent to lianku_public, lianku_reader;
grant select, insert, update, delete on talent.talent to lianku_writer;

create table talent.restricted_talent (like talent.talent including constraints including indexes);
alter table talent.restricted_talent enable row level security, force row level security;
grant select on talent.restricted_talent to lianku_reader;
grant select, insert, update, delete on talent.restricted_talent to lianku_writer;
create policy writer on talent.restricted_talent for all to lianku_writer using (true) with check (true);

-- Beside both tables, under row security: no viewer has a policy that opens it yet.
create table talent.personal (
  id text collate "C" primary key,
  name text,
  leader text,
  gender text,
  birth_year text collate "C",
  contact_name text,
  consents text[] collate "C"
);
alter table talent.personal enable row level security, force row level security;
grant select on talent.personal to lianku_reader;
grant select, insert, update, delete on talent.personal to lianku_writer;
create policy writer on talent.personal for all to lianku_writer using (true) with check (true);

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table talent.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on talent.source to lianku_public, lianku_reader;
grant select, insert, update, delete on talent.source to lianku_writer;
