-- Records of different libraries that seem to be one and the same. Only public records take part, and of them only what
-- anybody may see; nothing is merged.
create schema linking;
grant usage on schema linking to lianku_public, lianku_reader, lianku_writer;

-- What a record can be recognized by: { "PATENT": ["CN2020190000019"], … }.
create table linking.record (
  library text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  features jsonb not null,
  primary key (library, id)
);
grant select, insert, delete on linking.record to lianku_writer;

-- Digests of the combinations of features that suffice for a suggestion; two records that share one are compared.
create table linking.key (
  kind text collate "C" not null,
  key text collate "C" not null,
  library text collate "C" not null,
  id text collate "C" not null,
  primary key (kind, key, library, id)
);
create index on linking.key (library, id);
grant select, insert, delete on linking.key to lianku_writer;

-- Made anew whenever one of the two records comes, changes or goes.
create table linking.link (
  -- Digest of both sides, so that a link that comes back has its old name.
  id text collate "C" primary key,
  kind text collate "C" not null,
  left_library text collate "C" not null,
  left_id text collate "C" not null,
  right_library text collate "C" not null,
  right_id text collate "C" not null,
  method text collate "C" not null check (method in ('OFFICIAL_NUMBER', 'FEATURES')),
  score numeric(4, 3) not null check (score between 0 and 1),
  -- [{ feature, value }] that both sides share.
  evidence jsonb not null,
  status text collate "C" not null check (status in ('IDENTIFIED', 'SUGGESTED', 'CONFIRMED', 'REJECTED')),
  decided_at timestamptz
);
create index on linking.link (left_library, left_id);
create index on linking.link (right_library, right_id);
create index on linking.link (left_id);
create index on linking.link (right_id);
create index on linking.link (score desc, id);
grant select on linking.link to lianku_public, lianku_reader;
grant select, insert, update, delete on linking.link to lianku_writer;

-- What a person decided, kept while the records come and go. The reason is the office's own and is shown to nobody.
create table linking.decision (
  link text collate "C" primary key,
  status text collate "C" not null check (status in ('CONFIRMED', 'REJECTED')),
  reason text not null,
  decided_at timestamptz not null default now()
);
grant select, insert, update, delete on linking.decision to lianku_writer;
