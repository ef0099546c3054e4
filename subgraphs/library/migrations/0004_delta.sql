-- Releases that name what changed instead of giving the whole, what they take away while they wait for a person, and
-- how many records came back under another id.
alter table library.release add column delta boolean not null default false;
alter table library.release add column reidentified integer not null default 0;

create table library.held_removal (
  library text collate "C" not null,
  number integer not null,
  kind text collate "C" not null,
  local_id text collate "C" not null,
  primary key (library, number, kind, local_id)
);
grant select, insert, delete on library.held_removal to lianku_writer;

-- How often each doubt stands beside the public records of a library now, whichever release brought them.
create table library.quality (
  library text collate "C" not null references library.library (id),
  code text collate "C" not null,
  count integer not null,
  primary key (library, code)
);
grant select on library.quality to lianku_public, lianku_reader;
grant select, insert, delete on library.quality to lianku_writer;
insert into library.quality
select library, f ->> 'code', count(*)::int from library.version, jsonb_array_elements(flags) f
where to_release is null and not restricted group by 1, 2;
