-- What clients really use: operations by the parts of the API they touch, and how often which client ran them on a day.
-- Neither the text of an operation nor its variables are kept.
create table publishing.operation (
  -- SHA-256 of the text and the operation's name, as hex.
  hash text collate "C" primary key,
  name text,
  -- Such as Talent.name, Query.talents(first:), TalentFilter.kind, Province.HUBEI.
  coordinates text[] collate "C" not null
);
create index operation_coordinates on publishing.operation using gin (coordinates);

create table publishing.use (
  day date not null,
  operation text collate "C" not null references publishing.operation on delete cascade,
  -- As it names itself; empty when it does not.
  client text collate "C" not null,
  version text collate "C" not null,
  count bigint not null,
  primary key (day, operation, client, version)
);

do $$
declare name text;
begin
  foreach name in array array['operation', 'use'] loop
    execute format('alter table publishing.%I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on publishing.%I to lianku_writer', name);
    execute format('create policy writer on publishing.%I for all to lianku_writer using (true) with check (true)', name);
    execute format('grant select on publishing.%I to lianku_reader', name);
    execute format($policy$create policy reader on publishing.%I for select to lianku_reader
      using ((select lianku.viewer()) ->> 'role' = 'OPERATOR')$policy$, name);
  end loop;
end $$;
