-- Libraries whose rows stay in their province's own database.
create schema attached;
grant usage on schema attached to lianku_public, lianku_reader, lianku_writer;

-- Where that database is, and how it is entered, is kept outside: a dump of this one opens no other.
create table attached.library (
  library text collate "C" primary key,
  -- Kinds of lists it feeds, and its releases in force, when they were last looked at.
  kinds text[] collate "C" not null,
  releases text[] collate "C" not null,
  attached_at timestamptz not null default now()
);
grant select on attached.library to lianku_public, lianku_reader;
grant select, insert, update, delete on attached.library to lianku_writer;

-- Organizations belong to no single library, so the hub keeps what attached libraries say of them; these are their ids.
create table attached.organization (
  id text collate "C" not null,
  library text collate "C" not null,
  primary key (id, library)
);
grant select, insert, delete on attached.organization to lianku_writer;
