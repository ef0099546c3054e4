create schema achievement;
grant usage on schema achievement to lianku_public, lianku_reader, lianku_writer;

create table achievement.achievement (
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
  kind text collate "C",
  abstract text,
  organization_id text collate "C",
  organization_text text,
  leader text,
  talent_ids text[] collate "C",
  maturity jsonb,
  maturity_code text collate "C",
  disciplines jsonb,
  discipline_codes text[] collate "C",
  discipline_keys text[] collate "C",
  industries jsonb,
  industry_codes text[] collate "C",
  industry_fields text[] collate "C",
  transfer_modes text[] collate "C",
  asking_price numeric,
  asking_price_text text,
  patent_numbers text[] collate "C",
  market_prospect text,
  supply_type text,
  tier text,
  period text
);
-- Kept in line: ranking reads the words of every record a search finds.
alter table achievement.achievement alter column tokens set storage main;
create index on achievement.achievement using gin (tokens);
create index on achievement.achievement (organization_id, id);
create index on achievement.achievement (province, id);
create index on achievement.achievement (sort_key, id);
create index on achievement.achievement (coalesce(asking_price, 'Infinity'), id);
create index on achievement.achievement (coalesce(asking_price, '-Infinity') desc, id);
create index on achievement.achievement (coalesce(updated_on, '~'), id);
create index on achievement.achievement (coalesce(updated_on, '') desc, id);
create index on achievement.achievement using gin (talent_ids);
create index on achievement.achievement using gin (patent_numbers);
create index on achievement.achievement using gin (industry_codes);
create index on achievement.achievement using gin (discipline_codes);
grant select on achievement.achievement to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.achievement to lianku_writer;

create table achievement.restricted_achievement
  (like achievement.achievement including constraints including indexes);
alter table achievement.restricted_achievement enable row level security, force row level security;
grant select on achievement.restricted_achievement to lianku_reader;
grant select, insert, update, delete on achievement.restricted_achievement to lianku_writer;
create policy writer on achievement.restricted_achievement for all to lianku_writer using (true) with check (true);

create table achievement.patent (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  application_number text collate "C",
  patent_number text,
  publication_number text,
  title text,
  abstract text,
  kind text collate "C",
  legal_status text collate "C",
  legal_status_text text,
  filed_on text collate "C",
  published_on text collate "C",
  applicants jsonb,
  applicant_ids text[] collate "C",
  inventors text[],
  ipc jsonb,
  ipc_codes text[] collate "C",
  ipc_sections text[] collate "C",
  ipc_subclasses text[] collate "C",
  region jsonb,
  region_code text collate "C",
  precedence int not null
);
alter table achievement.patent alter column tokens set storage main;
create index on achievement.patent using gin (tokens);
-- Answers which libraries have a number from the index alone.
create index on achievement.patent (application_number, precedence, id) include (library);
create index on achievement.patent (province, id);
create index on achievement.patent (sort_key, id);
create index on achievement.patent (coalesce(filed_on, '~'), id);
create index on achievement.patent (coalesce(filed_on, '') desc, id);
create index on achievement.patent (coalesce(updated_on, '~'), id);
create index on achievement.patent (coalesce(updated_on, '') desc, id);
create index on achievement.patent using gin (ipc_codes);
create index on achievement.patent using gin (applicant_ids);
grant select on achievement.patent to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.patent to lianku_writer;

create table achievement.restricted_patent (like achievement.patent including constraints including indexes);
alter table achievement.restricted_patent enable row level security, force row level security;
grant select on achievement.restricted_patent to lianku_reader;
grant select, insert, update, delete on achievement.restricted_patent to lianku_writer;
create policy writer on achievement.restricted_patent for all to lianku_writer using (true) with check (true);

-- Applicants of public patents, so that the patents of an organization are read page by page from an index.
create table achievement.patent_applicant (
  organization_id text collate "C" not null,
  patent_id text collate "C" not null,
  primary key (organization_id, patent_id)
);
create index on achievement.patent_applicant (patent_id);
grant select on achievement.patent_applicant to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.patent_applicant to lianku_writer;

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table achievement.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on achievement.source to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.source to lianku_writer;
