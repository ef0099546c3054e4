-- How subgraphs fared: of each hour and gateway what that gateway counted so far, so that the page of a subgraph is the
-- same whichever gateway shows it.
create table publishing.health (
  subgraph text collate "C" not null,
  -- Hours since 1970.
  hour int not null,
  gateway text collate "C" not null,
  watched json not null,
  primary key (subgraph, hour, gateway)
);
create index health_hour on publishing.health (hour);

-- Whether contributed subgraphs still run what they published, as last looked at.
create table publishing.drift (
  subgraph text collate "C" primary key references publishing.subgraph,
  version text collate "C" not null references publishing.version,
  checked_at timestamptz not null,
  -- {"code": …, "zh": …, "en": …}; null when all is as published.
  problem json
);

do $$
declare name text;
begin
  foreach name in array array['health', 'drift'] loop
    execute format('alter table publishing.%I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on publishing.%I to lianku_writer', name);
    execute format('create policy writer on publishing.%I for all to lianku_writer using (true) with check (true)', name);
    execute format('grant select on publishing.%I to lianku_reader', name);
    execute format($policy$create policy reader on publishing.%I for select to lianku_reader
      using ((select lianku.viewer()) ->> 'role' = 'OPERATOR')$policy$, name);
  end loop;
end $$;
