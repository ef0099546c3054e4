-- What came in, by whom, how far it has been read and what its sender is told. Its files are gone once it is done.
create table library.intake (
  id text collate "C" primary key,
  -- The library or bundle it was sent to, and the libraries it feeds.
  target text collate "C" not null,
  libraries text[] not null,
  -- The access key it came with; null from the command line.
  key text collate "C",
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'HELD', 'REFUSED', 'FAILED')),
  dry_run boolean not null,
  -- Share of a library it may remove or re-identify before it is held; null is the usual one.
  removable double precision,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  rows integer not null default 0,
  -- [{ name, bytes, sha256 }] as sent.
  files jsonb not null,
  -- The report, or { code, message } of what stopped it.
  report jsonb,
  error jsonb,
  -- { names, notices }: files that came back marked, and why others did not.
  marked jsonb
);
create index intake_target on library.intake (target, created_at desc);
-- A report quotes what was doubted, in rows that are restricted too.
alter table library.intake enable row level security, force row level security;
grant select, insert, update, delete on library.intake to lianku_writer;
create policy writer on library.intake for all to lianku_writer using (true) with check (true);
grant select on library.intake to lianku_reader;
create policy reader on library.intake for select to lianku_reader using (
  (select lianku.viewer()) ->> 'role' = 'OPERATOR'
  or ((select lianku.viewer()) ->> 'role' = 'LIBRARY_OWNER' and (select lianku.viewer()) -> 'libraries' ? target));
