import { sql, type RawBuilder } from 'kysely';

/** What was written when a ticket was escalated, handed back, or somebody was asked along; empty texts are left out. */
export type EscalationWords = { known?: string; tried?: string; promised?: string; question?: string; explanation?: string; sources?: { part: 'known' | 'tried' | 'promised'; line: number; message: number }[] };

/** Of an event `e`: these words; null where it is about no escalation, which costs nothing. Primary keys. */
export const escalationWords: RawBuilder<EscalationWords | null> = sql`case e.type
  when 'escalation.made' then (
    select json_strip_nulls(json_build_object('known', nullif(x.known, ''), 'tried', nullif(x.tried, ''), 'promised', nullif(x.promised, ''), 'question', nullif(x.question, ''), 'sources', nullif(x.sources, '[]')))
    from escalations x where x.workspace_id = e.workspace_id and x.id = (e.data->>'escalation')::bigint)
  when 'escalation.handed_back' then ${explanation()}
  when 'escalation.withdrawn' then ${explanation()}
  when 'escalation.ended' then ${explanation()}
  when 'swarm.asked' then (
    select json_build_object('question', s.question) from swarms s where s.workspace_id = e.workspace_id and s.id = (e.data->>'swarm')::bigint) end`;

function explanation(): RawBuilder<unknown> {
  return sql`(select json_strip_nulls(json_build_object('explanation', nullif(x.explanation, ''))) from escalations x where x.workspace_id = e.workspace_id and x.id = (e.data->>'escalation')::bigint)`;
}

/** Of a notification `n` about such an event: what is asked, or why it came back. Primary keys, and only of these kinds. */
export const escalationSaid: RawBuilder<string | null> = sql`case when n.kind in ('escalated', 'handed_back', 'asked') then (
  select case when e.type = 'swarm.asked' then (select s.question from swarms s where s.workspace_id = e.workspace_id and s.id = (e.data->>'swarm')::bigint)
    else (select nullif(case when n.kind = 'handed_back' then x.explanation else x.question end, '') from escalations x where x.workspace_id = e.workspace_id and x.id = (e.data->>'escalation')::bigint) end
  from events e where e.workspace_id = n.workspace_id and e.id = n.event_id) end`;
