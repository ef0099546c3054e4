-- Who may see what, as subgraphs/policy/policy.ts has it: whether the viewer of the unit of work may see a row of these
-- facts. Reader policies call these; a change of the table is a new migration that replaces them. Without a viewer, and
-- for a role the table does not know, the answer is no.
create or replace function lianku.sees_conditional(library text, province text, organizations text[], subject text, consents text[])
returns boolean language sql stable parallel safe return coalesce(
  case (select lianku.viewer()) ->> 'role'
    when 'ENTERPRISE' then coalesce((select lianku.viewer()) ->> 'organization' = any(organizations), false)
    when 'TECHNOLOGIST' then coalesce(subject = (select lianku.viewer()) ->> 'subject', false)
    when 'UNIVERSITY' then coalesce((select lianku.viewer()) ->> 'organization' = any(organizations), false)
    when 'LOCAL_AUTHORITY' then coalesce(province = (select lianku.viewer()) ->> 'province', false)
    when 'LIBRARY_OWNER' then coalesce((select lianku.viewer()) -> 'libraries' ? library, false) or coalesce(province = (select lianku.viewer()) ->> 'province', false)
    when 'OPERATOR' then true
    when 'EVALUATOR' then coalesce(province = (select lianku.viewer()) ->> 'province', false)
    when 'DATA_TEAM' then true
  end, false);

create or replace function lianku.sees_not_shared(library text, province text, organizations text[], subject text, consents text[])
returns boolean language sql stable parallel safe return coalesce(
  case (select lianku.viewer()) ->> 'role'
    when 'UNIVERSITY' then coalesce((select lianku.viewer()) ->> 'organization' = any(organizations), false) and coalesce((select lianku.viewer()) -> 'libraries' ? library, false)
    when 'LIBRARY_OWNER' then coalesce((select lianku.viewer()) -> 'libraries' ? library, false)
  end, false);

create or replace function lianku.sees_personal(library text, province text, organizations text[], subject text, consents text[])
returns boolean language sql stable parallel safe return coalesce(
  case (select lianku.viewer()) ->> 'role'
    when 'ENTERPRISE' then coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
    when 'TECHNOLOGIST' then coalesce(subject = (select lianku.viewer()) ->> 'subject', false) or coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
    when 'UNIVERSITY' then coalesce((select lianku.viewer()) ->> 'organization' = any(organizations), false) or coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
    when 'LOCAL_AUTHORITY' then coalesce(province = (select lianku.viewer()) ->> 'province', false) and coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
    when 'LIBRARY_OWNER' then coalesce((select lianku.viewer()) -> 'libraries' ? library, false)
    when 'OPERATOR' then coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
    when 'BROKER' then coalesce((select lianku.viewer()) -> 'purposes' ?| consents, false)
  end, false);

-- Restricted records that are nodes of the graph, with the facts that open them, so that `Query.node` can tell their type.
create table lianku.restricted_node (
  id text collate "C" primary key,
  node text collate "C" not null,
  library text collate "C" not null,
  province text collate "C",
  organizations text[] collate "C",
  subject text collate "C"
);
alter table lianku.restricted_node enable row level security, force row level security;
grant select on lianku.restricted_node to lianku_reader;
grant select, insert, update, delete on lianku.restricted_node to lianku_writer;
create policy writer on lianku.restricted_node for all to lianku_writer using (true) with check (true);
create policy reader on lianku.restricted_node for select to lianku_reader
  using (lianku.sees_conditional(library, province, organizations, subject, null));
