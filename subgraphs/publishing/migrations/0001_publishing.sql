-- The graph's subgraphs at every version, and every state the graph was in. What is read here is for the hub itself:
-- addresses of subgraphs are nobody else's.
create schema publishing;
grant usage on schema publishing to lianku_reader, lianku_writer;

-- What was published, by its content.
create table publishing.version (
  -- SHA-256 over name, address and SDL, as hex.
  hash text collate "C" primary key,
  subgraph text collate "C" not null,
  url text not null,
  -- [{"file": …, "text": …}]
  files json not null,
  published_at timestamptz not null default now(),
  published_by text not null
);
create index version_of_subgraph on publishing.version (subgraph, published_at desc);

-- Who has a place in the graph, in the order they came.
create table publishing.subgraph (
  name text collate "C" primary key,
  place int not null,
  side text not null check (side in ('HUB', 'PROVINCE')),
  -- Whether it is of the house itself, and comes with its code.
  is_house boolean not null,
  -- What it wants to be in force; null once removed. Its fields stay its own.
  wanted text collate "C" references publishing.version,
  -- Why that is not in force, after the house has changed.
  left_out text
);

-- First publisher of each type and field that a province brings.
create table publishing.claim (
  coordinate text collate "C" primary key,
  subgraph text collate "C" not null references publishing.subgraph,
  since timestamptz not null default now()
);

create table publishing.supergraph (
  hash text collate "C" primary key,
  sdl text not null
);

-- Every state of the graph; the one with the highest number is in force.
create table publishing.state (
  seq bigint primary key,
  at timestamptz not null default clock_timestamp(),
  by text not null,
  action text not null check (action in ('HOUSE', 'PUBLISH', 'ROLLBACK', 'REMOVE')),
  subgraph text collate "C",
  supergraph text collate "C" not null references publishing.supergraph
);

create table publishing.member (
  seq bigint not null references publishing.state,
  subgraph text collate "C" not null references publishing.subgraph,
  version text collate "C" not null references publishing.version,
  primary key (seq, subgraph)
);

do $$
declare name text;
begin
  foreach name in array array['version', 'subgraph', 'claim', 'supergraph', 'state', 'member'] loop
    execute format('alter table publishing.%I enable row level security, force row level security', name);
    execute format('grant select, insert, update on publishing.%I to lianku_writer', name);
    execute format('create policy writer on publishing.%I for all to lianku_writer using (true) with check (true)', name);
    execute format('grant select on publishing.%I to lianku_reader', name);
    execute format($policy$create policy reader on publishing.%I for select to lianku_reader
      using ((select lianku.viewer()) ->> 'role' = 'OPERATOR')$policy$, name);
  end loop;
end $$;
