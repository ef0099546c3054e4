-- Public rows as they stood before a later release changed or ended them, from the release that brought them to the one
-- that did. What is withdrawn for good leaves this table too.
create table achievement.past_achievement (like achievement.achievement including storage including indexes);
alter table achievement.past_achievement drop constraint past_achievement_pkey;
alter table achievement.past_achievement add column from_release int not null, add column to_release int not null,
  add primary key (id, from_release);
grant select on achievement.past_achievement to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.past_achievement to lianku_writer;

create table achievement.past_patent (like achievement.patent including storage including indexes);
alter table achievement.past_patent drop constraint past_patent_pkey;
alter table achievement.past_patent add column from_release int not null, add column to_release int not null,
  add primary key (id, from_release);
grant select on achievement.past_patent to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.past_patent to lianku_writer;

-- Every release of every library, and the day it speaks for, to find the one that was in force at a date. Of libraries
-- that were there before this table only the content in force is known.
create table achievement.release (
  library text collate "C" not null,
  number int not null,
  as_of timestamptz not null,
  primary key (library, number)
);
grant select on achievement.release to lianku_public, lianku_reader;
grant select, insert, update, delete on achievement.release to lianku_writer;
insert into achievement.release (library, number, as_of)
select library, max(split_part(rows.provenance ->> 'release', '@', 2)::int), max(s.as_of)
from (select library, provenance from achievement.achievement union all select library, provenance from achievement.patent) rows join achievement.source s using (library) group by library;
