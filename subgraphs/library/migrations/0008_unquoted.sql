-- Doubts about what is a person's own quote nothing of it.
update library.version v set flags = (
  select jsonb_agg(case when f ->> 'field' in ('name', 'leader', 'gender', 'birthYear', 'contactName')
    then f - 'original' - 'interpreted' else f end) from jsonb_array_elements(v.flags) f)
where kind = 'talent' and flags <> '[]';
update library.held h set flags = (
  select jsonb_agg(case when f ->> 'field' in ('name', 'leader', 'gender', 'birthYear', 'contactName')
    then f - 'original' - 'interpreted' else f end) from jsonb_array_elements(h.flags) f)
where kind = 'talent' and flags <> '[]';
