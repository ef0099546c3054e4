-- What others harvest: of each public record its last change, as it now stands or that it is no more. A record that is
-- public no longer is gone like one that was removed.
create view library.change as
select library, kind, local_id, id, from_release as release, true as present, main, scope, record, flags, source
from library.version where to_release is null and not restricted
union all
select v.library, v.kind, v.local_id, min(v.id), max(v.to_release), false, bool_or(v.main), null, null, null, null
from library.version v
where v.to_release is not null and not v.restricted and not exists (
  select from library.version c where c.library = v.library and c.kind = v.kind and c.local_id = v.local_id
    and c.to_release is null and not c.restricted)
group by v.library, v.kind, v.local_id;
grant select on library.change to lianku_reader;
create index version_change on library.version (library, from_release, kind, local_id)
  where to_release is null and not restricted;
create index version_gone on library.version (library, kind, local_id) where to_release is not null and not restricted;

-- How far another hub's feed of a library has been taken in.
create table library.harvest (
  library text collate "C" primary key references library.library (id),
  url text not null,
  cursor text not null,
  harvested_at timestamptz not null default now()
);
grant select, insert, update on library.harvest to lianku_writer;
