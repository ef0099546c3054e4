-- Who may see restricted rows; see subgraphs/policy.
create policy reader on liaoning.restricted_alliance for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[lead_id], null, null));
create policy reader on liaoning.restricted_fair for select to lianku_reader
  using (lianku.sees_conditional(library, province, null, null, null));
create policy reader on liaoning.restricted_agreement for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[party_a_id, party_b_id], null, null));
create policy reader on liaoning.restricted_institute for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[organization_id], null, null));
create policy reader on liaoning.restricted_visit for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[enterprise_id], null, null));
