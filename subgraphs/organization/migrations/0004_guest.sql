-- A hub that this database is attached to keeps what is said of organizations; only what is public is in here.
grant usage on schema organization to lianku_guest;
grant select on organization.contribution to lianku_guest;
