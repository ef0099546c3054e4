-- A search that finds very many records takes those with its words in their name or key words first, and equals by chance, which
-- is the same in every database. These two let a page read about as many records as it shows; `#f` marks a sixteenth.
create index talent_leading on talent.talent using gin ((ts_filter(tokens, '{a,b}') || array_to_tsvector(array['#' || left(md5(id), 1)])));
create index on talent.talent ((('x' || left(md5(id), 5))::bit(20)::int) desc, id);
