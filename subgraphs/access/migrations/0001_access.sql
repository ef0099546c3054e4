-- Keys that let a machine of a contributor in: each opens one library (or bundle) or one subgraph.
create schema access;
grant usage on schema access to lianku_reader, lianku_writer;

create table access.key (
  -- Part of the key itself, and how it is named afterwards.
  id text collate "C" primary key,
  scope text not null check (scope in ('LIBRARY', 'SUBGRAPH')),
  target text collate "C" not null,
  -- SHA-256 of the secret, as hex. The secret is random and long, so no slower digest is needed.
  hash text not null,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz
);
alter table access.key enable row level security, force row level security;
grant select, insert, update on access.key to lianku_writer;
create policy writer on access.key for all to lianku_writer using (true) with check (true);
grant select on access.key to lianku_reader;
create policy reader on access.key for select to lianku_reader using ((select lianku.viewer()) ->> 'role' = 'OPERATOR');
