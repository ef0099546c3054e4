-- Organizations that only attached libraries speak of are public ids too.
create or replace view library.record_id as
  select distinct id, kind, case when kind = 'organization' then null else library end as library
  from library.version
  where to_release is null and not restricted
  union
  select id, 'organization', null from attached.organization;
