-- Fuller editions of the code lists the hub ships, as they were given: the newest of each scheme is in force.
create table library.code_list (
  scheme text collate "C" primary key,
  edition text,
  -- Which column of the CSV holds what: { code, zh, en, parent }.
  columns jsonb not null,
  csv text not null,
  loaded_at timestamptz not null default now()
);
grant select, insert, update, delete on library.code_list to lianku_writer;
