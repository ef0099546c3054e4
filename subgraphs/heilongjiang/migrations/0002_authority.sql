-- Who may see restricted rows; see subgraphs/policy.
create policy reader on heilongjiang.restricted_challenge for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[poster_id, winner_id], null, null));
create policy reader on heilongjiang.restricted_ledger for select to lianku_reader
  using (lianku.sees_conditional(library, province, array[unit_id], null, null));
