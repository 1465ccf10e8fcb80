import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type Changer = { type: 'agent' | 'customer' | 'system'; id: number | null; name: string };

/** Who changed each of these fields last, as the ticket's events tell it. Index: events_timeline, backwards, of one ticket. */
export async function lastChanges(db: Queryable, workspaceId: number, ticketId: number, fields: readonly string[]): Promise<Map<string, Changer>> {
  const { rows } = await sql<Changer & { field: string }>`
    select f.field, e.actor_type as type, e.actor_id as id, coalesce(case e.actor_type
        when 'agent' then (select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = e.actor_id)
        when 'customer' then (select c.name from customers c where c.workspace_id = ${workspaceId} and c.id = e.actor_id) end, '') as name
    from unnest(${[...fields]}::text[]) as f(field)
    cross join lateral (
      select actor_type, actor_id from events
      where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and data -> 'changes' #> string_to_array(f.field, '.') is not null
      order by id desc limit 1) e`.execute(db);
  return new Map(rows.map(({ field, ...changer }) => [field, changer]));
}
