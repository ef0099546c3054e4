create schema hubei;
grant usage on schema hubei to lianku_public, lianku_reader, lianku_writer;

create table hubei.special_action (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  enterprise_id text collate "C",
  enterprise_text text,
  region jsonb,
  region_code text collate "C",
  status text,
  status_text text collate "C",
  local_opinion text,
  return_reason text collate "C",
  published_on text collate "C",
  contract_number text,
  contract_kind jsonb,
  contract_kind_code text collate "C",
  contract_amount numeric,
  contract_amount_text text,
  has_contract boolean not null,
  has_invoice boolean not null,
  has_transfer_record boolean not null,
  is_evidence_complete boolean not null,
  amount_deviation numeric,
  is_funded boolean not null,
  subsidy numeric,
  subsidy_text text
);
create index on hubei.special_action using gin (tokens);
create index on hubei.special_action (coalesce(amount_deviation, 'Infinity'), id);
create index on hubei.special_action (coalesce(amount_deviation, '-Infinity') desc, id);
create index on hubei.special_action (coalesce(contract_amount, 'Infinity'), id);
create index on hubei.special_action (coalesce(contract_amount, '-Infinity') desc, id);
create index on hubei.special_action (coalesce(subsidy, 'Infinity'), id);
create index on hubei.special_action (coalesce(subsidy, '-Infinity') desc, id);
create index on hubei.special_action (enterprise_id, id);
create index on hubei.special_action (region_code, id);
grant select on hubei.special_action to lianku_public, lianku_reader;
grant select, insert, update, delete on hubei.special_action to lianku_writer;
create table hubei.restricted_special_action (like hubei.special_action including constraints including indexes);
alter table hubei.restricted_special_action enable row level security, force row level security;
grant select on hubei.restricted_special_action to lianku_reader;
grant select, insert, update, delete on hubei.restricted_special_action to lianku_writer;
create policy writer on hubei.restricted_special_action for all to lianku_writer using (true) with check (true);

-- What the matching platform says of an enterprise: where it stands and its number in the SME library.
create table hubei.enterprise (
  id text collate "C" primary key,
  hi_tech_zone text,
  sme_library_number text
);
grant select on hubei.enterprise to lianku_public, lianku_reader;
grant select, insert, update, delete on hubei.enterprise to lianku_writer;

-- Of published portraits only what postings and doctorates are counted from; no names.
create table hubei.portrait (
  id text collate "C" primary key,
  library text collate "C" not null,
  organization_id text collate "C",
  organization_text text,
  programmes text[],
  is_liaison boolean,
  is_doctor boolean not null
);
create index on hubei.portrait (organization_id);
grant select on hubei.portrait to lianku_public, lianku_reader;
grant select, insert, update, delete on hubei.portrait to lianku_writer;

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table hubei.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on hubei.source to lianku_public, lianku_reader;
grant select, insert, update, delete on hubei.source to lianku_writer;
