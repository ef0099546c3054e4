-- Which department reviewed a demand first, and answers for what was returned.
alter table hubei.special_action add column local_authority text collate "C";
alter table hubei.restricted_special_action add column local_authority text collate "C";
