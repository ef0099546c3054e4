-- The hub still holds records of the library itself: they are passed over, and taken out once every process knows.
alter table attached.library add column clearing boolean not null default false;
