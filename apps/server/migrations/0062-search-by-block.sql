-- A word's entry in the index was one for all tickets of a desk: a beginning that somebody types (`rou`) was looked up in all of
-- them, once for each slice. Now each block of four slices has entries of its own (docs/adr/0013-search.md).

create function ombud.search_words_in_block(workspace_id bigint, slice integer, words tsvector) returns tsvector
  language sql immutable strict parallel safe
begin atomic
  select array_to_tsvector(array(select to_hex(workspace_id) || '/' || to_hex(slice / 4) || '/' || word from unnest(tsvector_to_array(words)) as w(word)));
end;

-- For this index alone, and not where somebody gives more.
select set_config('maintenance_work_mem', '256MB', true) where pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB');
drop index search_tickets_words;
create index search_tickets_words on search_tickets using gin (workspace_id, slice, ombud.search_words_in_block(workspace_id, slice, words)) with (fastupdate = off);
reset maintenance_work_mem;
-- No plan asks how often a word stands somewhere; to find that out took seconds of each analyze.
alter table search_tickets alter column words set statistics 0;
alter index search_tickets_words alter column 3 set statistics 0;
