-- Public rows as they stood before a later release changed or ended them, from the release that brought them to the one
-- that did. What is withdrawn for good leaves this table too.
create table demand.past_demand (like demand.demand including storage including indexes);
alter table demand.past_demand drop constraint past_demand_pkey;
alter table demand.past_demand add column from_release int not null, add column to_release int not null,
  add primary key (id, from_release);
grant select on demand.past_demand to lianku_public, lianku_reader;
grant select, insert, update, delete on demand.past_demand to lianku_writer;

-- Every release of every library, and the day it speaks for, to find the one that was in force at a date. Of libraries
-- that were there before this table only the content in force is known.
create table demand.release (
  library text collate "C" not null,
  number int not null,
  as_of timestamptz not null,
  primary key (library, number)
);
grant select on demand.release to lianku_public, lianku_reader;
grant select, insert, update, delete on demand.release to lianku_writer;
insert into demand.release (library, number, as_of)
select library, max(split_part(rows.provenance ->> 'release', '@', 2)::int), max(s.as_of)
from (select library, provenance from demand.demand) rows join demand.source s using (library) group by library;
