-- Who may see restricted rows; see subgraphs/policy.
create policy reader on achievement.restricted_achievement for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[organization_id], null, null));
insert into lianku.restricted_node (id, node, library, province, organizations)
  select id, 'Achievement', library, province, array[organization_id] from achievement.restricted_achievement;

create policy reader on achievement.restricted_patent for select to lianku_reader
  using (lianku.sees_conditional(library, province, applicant_ids, null, null));
insert into lianku.restricted_node (id, node, library, province, organizations)
  select id, 'Patent', library, province, applicant_ids from achievement.restricted_patent;
