-- The facts that open what is restricted or personal.
alter table talent.restricted_talent add column subject text collate "C";
create policy reader on talent.restricted_talent for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[organization_id], subject, null));
insert into lianku.restricted_node (id, node, library, province, organizations)
  select id, 'Talent', library, province, array[organization_id] from talent.restricted_talent;

alter table talent.personal
  add column library text collate "C",
  add column province text collate "C",
  add column organization_id text collate "C",
  add column subject text collate "C";
update talent.personal p set library = t.library, province = t.province, organization_id = t.organization_id
  from (
    select id, library, province, organization_id from talent.talent
    union all select id, library, province, organization_id from talent.restricted_talent
  ) t where t.id = p.id;
alter table talent.personal alter column library set not null;
create policy reader on talent.personal for select to lianku_reader
  using (lianku.sees_personal(library, province, array[organization_id], subject, array_remove(consents, 'LIST_NAME')));

-- What persons have said to the hub itself: it outlives whatever their libraries file again.
create table talent.person (
  id text collate "C" primary key,
  subject text collate "C",
  withdrawn text[] collate "C" not null default '{}'
);
grant select, insert, update on talent.person to lianku_writer;
