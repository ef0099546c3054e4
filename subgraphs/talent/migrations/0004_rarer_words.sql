-- Words down to about one record in a thousand are known by how many hold them: of a rarer one every record is ranked.
alter table talent.talent alter column tokens set statistics 300;
