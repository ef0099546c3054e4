-- Who may see restricted rows; see subgraphs/policy.
create policy reader on licensing.restricted_open_license for select to lianku_reader
  using (lianku.sees_conditional(library, province, licensor_ids, null, null));
insert into lianku.restricted_node (id, node, library, province, organizations)
  select id, 'OpenLicense', library, province, licensor_ids from licensing.restricted_open_license;
