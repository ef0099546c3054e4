-- Who of the doctorates works at an enterprise for good, and of how many; null where a library does not say.
alter table hubei.portrait add column is_resident boolean;
create table hubei.university (
  id text collate "C" primary key,
  doctorates int not null
);
grant select on hubei.university to lianku_public, lianku_reader;
grant select, insert, update, delete on hubei.university to lianku_writer;

-- When a demand was returned.
alter table hubei.special_action add column returned_on text collate "C";
alter table hubei.restricted_special_action add column returned_on text collate "C";
