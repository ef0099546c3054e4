-- Writes over HTTP that came with a key: what they were answered, so that a retry is answered alike and does nothing.
create schema idempotency;
grant usage on schema idempotency to lianku_writer;

create table idempotency.request (
  -- Who asked for what, e.g. a library and its path: keys are the callers' own and may be alike.
  scope text collate "C" not null,
  key text collate "C" not null,
  -- SHA-256 of what was sent, as hex.
  digest text collate "C" not null,
  -- Null only inside the unit of work that is still finding its answer.
  answer json,
  at timestamptz not null default now(),
  primary key (scope, key)
);
create index on idempotency.request (at);
alter table idempotency.request enable row level security, force row level security;
grant select, insert, update, delete on idempotency.request to lianku_writer;
create policy writer on idempotency.request for all to lianku_writer using (true) with check (true);
