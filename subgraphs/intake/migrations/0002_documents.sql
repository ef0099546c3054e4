-- No plan depends on what JSON documents are common, and to find that out is half of the work: it compares them whole.
create or replace function lianku.settle() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed regclass;
  document name;
  words regclass;
begin
  -- Always in the same order, so that two releases wait for each other and never block.
  for changed in
    select c.oid from pg_class c join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind = 'r' and c.relpersistence = 'p' and has_table_privilege('lianku_writer', c.oid, 'insert')
      and s.n_mod_since_analyze > 50 + 0.05 * greatest(c.reltuples, 0)
    order by c.oid
  loop
    for document in
      select attname from pg_attribute
      where attrelid = changed and atttypid = 'jsonb'::regtype and coalesce(attstattarget, -1) < 0 and not attisdropped
    loop
      execute format('alter table %s alter column %I set statistics 0', changed, document);
    end loop;
    execute format('analyze %s', changed);
    for words in
      select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      where i.indrelid = changed and a.amname = 'gin' order by i.indexrelid
    loop
      perform gin_clean_pending_list(words);
    end loop;
  end loop;
end $$;
