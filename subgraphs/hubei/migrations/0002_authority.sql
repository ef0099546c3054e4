-- Who may see restricted rows; see subgraphs/policy.
create policy reader on hubei.restricted_special_action for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[enterprise_id], null, null));
