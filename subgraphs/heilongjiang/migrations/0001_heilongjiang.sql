create schema heilongjiang;
grant usage on schema heilongjiang to lianku_public, lianku_reader, lianku_writer;

create table heilongjiang.challenge (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  demand_id text collate "C",
  mode text collate "C",
  mode_text text,
  stage text collate "C",
  status_text text,
  poster_id text collate "C",
  poster_text text,
  winner_id text collate "C",
  winner_text text,
  amount numeric,
  amount_text text,
  posted_on text collate "C",
  closes_on text collate "C"
);
create index on heilongjiang.challenge using gin (tokens);
create index on heilongjiang.challenge (coalesce(amount, 'Infinity'), id);
create index on heilongjiang.challenge (coalesce(amount, '-Infinity') desc, id);
create index on heilongjiang.challenge (coalesce(posted_on, '~'), id);
create index on heilongjiang.challenge (coalesce(posted_on, '') desc, id);
create index on heilongjiang.challenge (coalesce(closes_on, '~'), id);
create index on heilongjiang.challenge (coalesce(closes_on, '') desc, id);
create index on heilongjiang.challenge (demand_id);
grant select on heilongjiang.challenge to lianku_public, lianku_reader;
grant select, insert, update, delete on heilongjiang.challenge to lianku_writer;
create table heilongjiang.restricted_challenge (like heilongjiang.challenge including constraints including indexes);
alter table heilongjiang.restricted_challenge enable row level security, force row level security;
grant select on heilongjiang.restricted_challenge to lianku_reader;
grant select, insert, update, delete on heilongjiang.restricted_challenge to lianku_writer;
create policy writer on heilongjiang.restricted_challenge for all to lianku_writer using (true) with check (true);

create table heilongjiang.ledger (
  id text collate "C" primary key,
  library text collate "C" not null,
  local_id text not null,
  province text collate "C",
  updated_on text collate "C",
  provenance jsonb not null,
  flags jsonb not null,
  sort_key text collate "C" not null,
  tokens tsvector not null,
  quarter text collate "C",
  unit_id text collate "C",
  unit_text text collate "C",
  achievements int,
  investment numeric,
  investment_text text,
  output numeric,
  output_text text,
  high_tech_firms int
);
create index on heilongjiang.ledger using gin (tokens);
create index on heilongjiang.ledger (coalesce(quarter, '~'), id);
create index on heilongjiang.ledger (coalesce(quarter, '') desc, id);
create index on heilongjiang.ledger (sort_key, id);
create index on heilongjiang.ledger (sort_key desc, id);
create index on heilongjiang.ledger (coalesce(investment, 'Infinity'), id);
create index on heilongjiang.ledger (coalesce(investment, '-Infinity') desc, id);
create index on heilongjiang.ledger (coalesce(output, 'Infinity'), id);
create index on heilongjiang.ledger (coalesce(output, '-Infinity') desc, id);
create index on heilongjiang.ledger (unit_id, id);
grant select on heilongjiang.ledger to lianku_public, lianku_reader;
grant select, insert, update, delete on heilongjiang.ledger to lianku_writer;
create table heilongjiang.restricted_ledger (like heilongjiang.ledger including constraints including indexes);
alter table heilongjiang.restricted_ledger enable row level security, force row level security;
grant select on heilongjiang.restricted_ledger to lianku_reader;
grant select, insert, update, delete on heilongjiang.restricted_ledger to lianku_writer;
create policy writer on heilongjiang.restricted_ledger for all to lianku_writer using (true) with check (true);

-- Of published demands, projects and achievements: the batch each last changed in, and its 4567 industries.
create table heilongjiang.item (
  id text collate "C" primary key,
  library text collate "C" not null,
  kind text collate "C" not null,
  period text collate "C",
  industries jsonb not null
);
create index on heilongjiang.item (library, period);
grant select on heilongjiang.item to lianku_public, lianku_reader;
grant select, insert, update, delete on heilongjiang.item to lianku_writer;

-- How many public records each library gives to each list, so that an unfiltered count reads a few rows.
create table heilongjiang.source (
  library text collate "C" not null,
  kind text collate "C" not null,
  province text collate "C",
  rows int not null,
  as_of timestamptz not null,
  cycle_months int,
  primary key (library, kind)
);
grant select on heilongjiang.source to lianku_public, lianku_reader;
grant select, insert, update, delete on heilongjiang.source to lianku_writer;
