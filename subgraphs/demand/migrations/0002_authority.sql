-- Who may see restricted rows; see subgraphs/policy.
create policy reader on demand.restricted_demand for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[enterprise_id], null, null));
insert into lianku.restricted_node (id, node, library, province, organizations)
  select id, 'Demand', library, province, array[enterprise_id] from demand.restricted_demand;
