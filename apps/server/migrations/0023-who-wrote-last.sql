-- Who wrote last of what the customer sees, a snooze that outlives a merge, and names without accents.

-- `last_direction` is of the newest message of all, a note or a side conversation too. Null: the newest is public, and
-- `last_direction` says it. Neither the column nor its check reads the rows that are there.
alter table tickets
  add column last_public_direction text,
  add constraint tickets_last_public_direction_check check (last_public_direction in ('in', 'out')) not valid;

-- Only tickets on which the two differ are written: those that ended with a note after a customer's message, or with an
-- answer from aside after ours. They are found by one reading of all messages in the order of the disk, so that a big desk is
-- held up for some seconds (2 s for a million messages, 4 s where every tenth ticket is written: docs/upgrading.md) and not for
-- as long as rewriting all tickets with their indexes would take. What was taken back does not count, nor what machines
-- wrote; a ticket counts what was merged into it.
with recursive above as (
  select workspace_id, id as ticket_id, merged_into as above_id, 1 as depth from tickets where merged_into is not null
  union all
  select a.workspace_id, a.ticket_id, t.merged_into, a.depth + 1 from above a
  join tickets t on t.workspace_id = a.workspace_id and t.id = a.above_id and t.merged_into is not null where a.depth < 10
), own as (
  select m.workspace_id, m.ticket_id, max(m.id) as newest, max(m.id) filter (where m.kind = 'public') as newest_public from messages m
  where m.automatic is null
    and (m.workspace_id, m.id) not in (select o.workspace_id, o.message_id from outbox o where o.status = 'cancelled' and o.message_id is not null)
  group by m.workspace_id, m.ticket_id
), last as (
  select workspace_id, ticket_id, max(newest) as newest, max(newest_public) as newest_public from (
    select workspace_id, ticket_id, newest, newest_public from own
    union all
    select o.workspace_id, a.above_id, o.newest, o.newest_public from above a join own o on o.workspace_id = a.workspace_id and o.ticket_id = a.ticket_id) o
  group by workspace_id, ticket_id
  having max(newest) is distinct from max(newest_public)
)
update tickets t set last_public_direction = coalesce(p.direction, 'out')
from last l left join messages p on p.workspace_id = l.workspace_id and p.id = l.newest_public
where t.workspace_id = l.workspace_id and t.id = l.ticket_id and t.last_direction <> coalesce(p.direction, 'out');

-- What a merge ends, to be there again when it is taken back: until when the ticket was snoozed, and when it closes.
alter table tickets
  add column merged_snoozed_until timestamptz,
  add column merged_snoozed_by bigint,
  add column merged_close_at timestamptz;

-- Names are found without their accents, as the search finds words: `soderstrom`, `lukasz`. Marks go, letters that Unicode does
-- not take apart are named, and separators become spaces. What is asked for is folded by platform/db/words.ts.
create function ombud.name_words(name text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', translate(
    replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]+', '', 'g'),
      'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th'),
    '.-_/@:+''łŁøØđĐðÐı', '        llooddddi'))
$$;
drop index customers_words;
drop index customers_own_words;
drop index organizations_words;
create index customers_words on customers using gin (workspace_id, ombud.name_words(name));
create index customers_own_words on customers using gin (workspace_id, ombud.name_words(own_name)) where own_name is not null;
create index organizations_words on organizations using gin (workspace_id, ombud.name_words(name));
