-- A search that finds very many records takes those with its words in their name first, and equals by chance, which
-- is the same in every database. These two let a page read about as many records as it shows; `#f` marks a sixteenth.
create index open_license_leading on licensing.open_license using gin ((ts_filter(tokens, '{a}') || array_to_tsvector(array['#' || left(md5(id), 1)])));
create index on licensing.open_license ((('x' || left(md5(id), 5))::bit(20)::int) desc, id);
