-- Doubts about what is a person's own quote nothing of it.
update talent.talent t set flags = (
  select jsonb_agg(case when f ->> 'field' in ('name', 'leader', 'gender', 'birthYear', 'contactName')
    then f - 'original' - 'interpreted' else f end) from jsonb_array_elements(t.flags) f)
where flags <> '[]';
alter table talent.restricted_talent no force row level security;
update talent.restricted_talent t set flags = (
  select jsonb_agg(case when f ->> 'field' in ('name', 'leader', 'gender', 'birthYear', 'contactName')
    then f - 'original' - 'interpreted' else f end) from jsonb_array_elements(t.flags) f)
where flags <> '[]';
alter table talent.restricted_talent force row level security;
