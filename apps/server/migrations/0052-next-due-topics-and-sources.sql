-- Lists in the order of what is due next, and by the topic of a wrap-up; which messages a hand-over quotes; bases
-- that are given over in steps; the same rules as in 0002-desk.sql.

-- Promised times that run, in the order in which they are due; a ticket may have several.
create index sla_targets_due on sla_targets (workspace_id, due_at, ticket_id) where ended_at is null and due_at is not null;

create index wrap_ups_of_topic on wrap_ups (workspace_id, topic_id, ticket_id) where topic_id is not null;

-- What was wrapped up before is read into the search index once more, with its topic. Without its lease, an indexer of the version
-- before that is in the middle of a step cannot write back where it began.
update search_progress p set tickets_below = greatest(p.tickets_below, w.newest + 1), lease = null, leased_until = null
from (select workspace_id, max(ticket_id) as newest from wrap_ups where topic_id is not null group by workspace_id) w
where p.workspace_id = w.workspace_id;

-- [{part, line, message}]: which message a line of the hand-over comes from; lines count from 0.
alter table escalations add column sources jsonb not null default '[]';

-- A base that is given over in several steps: the move that it began with. Each step is undone by itself.
alter table base_moves add column part_of bigint;
create index base_moves_parts on base_moves (workspace_id, part_of, id) where part_of is not null;
