-- What autovacuum would do some minutes after a release, at once: statistics of every table that changed much, without
-- which the planner reads a new library row by row, and the words of new records moved into the search index proper.
-- The writer owns no table, and before PostgreSQL 17 nobody else can be allowed to maintain one.
create function lianku.settle() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed regclass;
  words regclass;
begin
  -- Always in the same order, so that two releases wait for each other and never block.
  for changed in
    select c.oid from pg_class c join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind = 'r' and c.relpersistence = 'p' and has_table_privilege('lianku_writer', c.oid, 'insert')
      and s.n_mod_since_analyze > 50 + 0.05 * greatest(c.reltuples, 0)
    order by c.oid
  loop
    execute format('analyze %s', changed);
    for words in
      select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      where i.indrelid = changed and a.amname = 'gin' order by i.indexrelid
    loop
      perform gin_clean_pending_list(words);
    end loop;
  end loop;
end $$;
revoke execute on function lianku.settle() from public;
grant execute on function lianku.settle() to lianku_writer;
