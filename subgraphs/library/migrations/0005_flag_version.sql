-- By which version of its check a release raised a doubt: a later version would judge the same content differently.
alter table library.flag_count add column version text not null default '1';
