-- What everybody may know of a release: its account of public records alone. The whole account would tell how many are
-- restricted, or were refused as classified, however few; it is for those who sent the files.
alter table library.release
  add column told_read integer not null default 0,
  add column told_inserted integer not null default 0,
  add column told_changed integer not null default 0,
  add column told_unchanged integer not null default 0,
  add column told_refused integer not null default 0,
  add column told_held integer not null default 0,
  add column told_removed integer not null default 0,
  add column told_reidentified integer not null default 0;

-- Releases that were in force before, from what is kept of them. Of one that never was, nothing is told any more.
update library.release r set
  told_inserted = c.came - c.changed, told_changed = c.changed, told_removed = c.went - c.changed,
  told_unchanged = case when r.delta then 0 else greatest(r.rows - c.came, 0) end
from (
  select r.id,
    count(*) filter (where v.from_release = r.number) as came,
    count(*) filter (where v.to_release = r.number) as went,
    count(*) filter (where v.from_release = r.number and exists (
      select from library.version w where w.library = v.library and w.kind = v.kind and w.local_id = v.local_id
        and w.to_release = r.number and not w.restricted)) as changed
  from library.release r join library.version v on v.library = r.library and v.main and not v.restricted
    and r.number in (v.from_release, v.to_release)
  where r.state in ('IN_FORCE', 'SUPERSEDED') group by r.id
) c where c.id = r.id;
update library.release set told_read = told_inserted + told_changed + told_unchanged;
delete from library.flag_count f using library.release r where r.id = f.release and (
  code in ('CLASSIFIED_REFUSED', 'INTERNAL_NOT_PUBLISHED')
  or exists (select from library.version v where v.library = r.library and v.restricted));

alter table library.release
  alter column told_read drop default, alter column told_inserted drop default, alter column told_changed drop default,
  alter column told_unchanged drop default, alter column told_refused drop default, alter column told_held drop default,
  alter column told_removed drop default, alter column told_reidentified drop default,
  add check (told_read = told_inserted + told_changed + told_unchanged + told_refused + told_held);

revoke select on library.release from lianku_public, lianku_reader;
grant select (id, library, number, state, created_at, as_of, style, kinds, scopes, delta, rows, restores, told_read,
  told_inserted, told_changed, told_unchanged, told_refused, told_held, told_removed, told_reidentified)
  on library.release to lianku_public, lianku_reader;
