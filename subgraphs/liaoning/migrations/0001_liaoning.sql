create schema liaoning;
grant usage on schema liaoning to lianku_public, lianku_reader, lianku_writer;

create table liaoning.alliance (
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
  kind text collate "C",
  sector text collate "C",
  mode text collate "C",
  lead_code text collate "C",
  lead_id text collate "C",
  lead_text text,
  region jsonb,
  region_code text collate "C",
  agreement_number text collate "C",
  filed_on text collate "C",
  is_filed boolean not null,
  status text collate "C",
  status_text text
);
create index on liaoning.alliance using gin (tokens);
create index on liaoning.alliance (coalesce(filed_on, '~'), id);
create index on liaoning.alliance (coalesce(filed_on, '') desc, id);
create index on liaoning.alliance (sort_key, id);
create index on liaoning.alliance (sort_key desc, id);
create index on liaoning.alliance (region_code, id);
create index on liaoning.alliance (lead_code);
grant select on liaoning.alliance to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.alliance to lianku_writer;
create table liaoning.restricted_alliance (like liaoning.alliance including constraints including indexes);
alter table liaoning.restricted_alliance enable row level security, force row level security;
grant select on liaoning.restricted_alliance to lianku_reader;
grant select, insert, update, delete on liaoning.restricted_alliance to lianku_writer;
create policy writer on liaoning.restricted_alliance for all to lianku_writer using (true) with check (true);

-- Who belongs to published alliances; platform numbers lead to organizations through liaoning.unit.
create table liaoning.alliance_member (
  id text collate "C" primary key,
  alliance_id text collate "C" not null,
  code text collate "C",
  organization_id text collate "C",
  organization_text text,
  type text,
  role text collate "C",
  joined_on text collate "C"
);
create index on liaoning.alliance_member (alliance_id, role, id);
create index on liaoning.alliance_member (organization_id, alliance_id);
create index on liaoning.alliance_member (code);
grant select on liaoning.alliance_member to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.alliance_member to lianku_writer;

create table liaoning.fair (
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
  scale text collate "C",
  region jsonb,
  region_code text collate "C",
  held_on text collate "C",
  attendees int
);
create index on liaoning.fair using gin (tokens);
create index on liaoning.fair (coalesce(held_on, '~'), id);
create index on liaoning.fair (coalesce(held_on, '') desc, id);
create index on liaoning.fair (sort_key, id);
create index on liaoning.fair (sort_key desc, id);
create index on liaoning.fair (region_code, id);
grant select on liaoning.fair to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.fair to lianku_writer;
create table liaoning.restricted_fair (like liaoning.fair including constraints including indexes);
alter table liaoning.restricted_fair enable row level security, force row level security;
grant select on liaoning.restricted_fair to lianku_reader;
grant select, insert, update, delete on liaoning.restricted_fair to lianku_writer;
create policy writer on liaoning.restricted_fair for all to lianku_writer using (true) with check (true);

create table liaoning.agreement (
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
  party_a_code text collate "C",
  party_a_id text collate "C",
  party_a_text text,
  party_b_code text collate "C",
  party_b_id text collate "C",
  party_b_text text,
  fair_id text collate "C",
  amount numeric,
  amount_text text,
  is_filed boolean not null,
  filed_with text collate "C",
  filing_number text,
  filed_on text collate "C"
);
create index on liaoning.agreement using gin (tokens);
create index on liaoning.agreement (coalesce(amount, 'Infinity'), id);
create index on liaoning.agreement (coalesce(amount, '-Infinity') desc, id);
create index on liaoning.agreement (coalesce(filed_on, '~'), id);
create index on liaoning.agreement (coalesce(filed_on, '') desc, id);
create index on liaoning.agreement (sort_key, id);
create index on liaoning.agreement (sort_key desc, id);
create index on liaoning.agreement (fair_id, id);
create index on liaoning.agreement (party_a_code);
create index on liaoning.agreement (party_b_code);
create index on liaoning.agreement (party_a_id);
create index on liaoning.agreement (party_b_id);
grant select on liaoning.agreement to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.agreement to lianku_writer;
create table liaoning.restricted_agreement (like liaoning.agreement including constraints including indexes);
alter table liaoning.restricted_agreement enable row level security, force row level security;
grant select on liaoning.restricted_agreement to lianku_reader;
grant select, insert, update, delete on liaoning.restricted_agreement to lianku_writer;
create policy writer on liaoning.restricted_agreement for all to lianku_writer using (true) with check (true);

create table liaoning.institute (
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
  code text collate "C",
  organization_id text collate "C",
  organization_text text,
  region jsonb,
  region_code text collate "C",
  founded_on text collate "C",
  branches int
);
create index on liaoning.institute using gin (tokens);
create index on liaoning.institute (coalesce(founded_on, '~'), id);
create index on liaoning.institute (coalesce(founded_on, '') desc, id);
create index on liaoning.institute (sort_key, id);
create index on liaoning.institute (sort_key desc, id);
create index on liaoning.institute (region_code, id);
create index on liaoning.institute (organization_id);
create index on liaoning.institute (code);
grant select on liaoning.institute to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.institute to lianku_writer;
create table liaoning.restricted_institute (like liaoning.institute including constraints including indexes);
alter table liaoning.restricted_institute enable row level security, force row level security;
grant select on liaoning.restricted_institute to lianku_reader;
grant select, insert, update, delete on liaoning.restricted_institute to lianku_writer;
create policy writer on liaoning.restricted_institute for all to lianku_writer using (true) with check (true);

create table liaoning.visit (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  talent_id text collate "C",
  enterprise_id text collate "C",
  year text collate "C",
  visits int,
  has_joint_body boolean
);
create index on liaoning.visit using gin (tokens);
create index on liaoning.visit (coalesce(year, '~'), id);
create index on liaoning.visit (coalesce(year, '') desc, id);
create index on liaoning.visit (talent_id, id);
create index on liaoning.visit (enterprise_id);
create index on liaoning.visit (year, id);
grant select on liaoning.visit to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.visit to lianku_writer;
create table liaoning.restricted_visit (like liaoning.visit including constraints including indexes);
alter table liaoning.restricted_visit enable row level security, force row level security;
grant select on liaoning.restricted_visit to lianku_reader;
grant select, insert, update, delete on liaoning.restricted_visit to lianku_writer;
create policy writer on liaoning.restricted_visit for all to lianku_writer using (true) with check (true);

-- What published talents and achievements call a unit by its number; a number with two names leads nowhere.
create table liaoning.unit (
  id text collate "C" primary key,
  code text collate "C" not null,
  name text,
  organization_id text collate "C"
);
create index on liaoning.unit (code);
grant select, insert, update, delete on liaoning.unit to lianku_writer;

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table liaoning.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on liaoning.source to lianku_public, lianku_reader;
grant select, insert, update, delete on liaoning.source to lianku_writer;
