-- Records that harvesters must be told of again though their library filed nothing new, such as one whose person has
-- withdrawn consent. A turn comes after everything of its release and before the next one.
create table if not exists library.retold (
  library text collate "C" not null,
  kind text collate "C" not null,
  local_id text collate "C" not null,
  release integer not null,
  turn integer not null,
  primary key (library, kind, local_id)
);
grant select on library.retold to lianku_reader;
grant select, insert, update on library.retold to lianku_writer;

drop view library.change;
create view library.change as
select v.library, v.kind, v.local_id, v.id, v.from_release as release, 0 as turn, true as present, v.main, v.scope, v.record,
  v.flags, v.source
from library.version v
where v.to_release is null and not v.restricted and not exists (
  select from library.retold r
  where r.library = v.library and r.kind = v.kind and r.local_id = v.local_id and r.release >= v.from_release)
union all
select v.library, v.kind, v.local_id, v.id, r.release, r.turn, true, v.main, v.scope, v.record, v.flags, v.source
from library.retold r
  join library.version v on v.library = r.library and v.kind = r.kind and v.local_id = r.local_id
    and v.to_release is null and not v.restricted and r.release >= v.from_release
union all
select v.library, v.kind, v.local_id, min(v.id), max(v.to_release), 0, false, bool_or(v.main), null, null, null, null
from library.version v
where v.to_release is not null and not v.restricted and not exists (
  select from library.version c where c.library = v.library and c.kind = v.kind and c.local_id = v.local_id
    and c.to_release is null and not c.restricted)
group by v.library, v.kind, v.local_id;
grant select on library.change to lianku_reader;
