import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';

/** What lists, views and the search ask of wrap-ups: tickets by topic. */

const mostTopics = 1_000;
/** Of topics that hang on each other. */
const deepest = 10;

const visible = (scope: Scope, topic: string) => (scope.brands === 'all' ? sql`true` : sql`(${sql.ref(`${topic}.brand_id`)} is null or ${sql.ref(`${topic}.brand_id`)} = any(${[...scope.brands]}::bigint[]))`);

/** These topics and all that hangs on them, of the trees that the scope's brands have; archived ones too: old wrap-ups have them. Index: the primary key. */
export async function findTopicsBelow(db: Queryable, scope: Scope, topicIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive down as (
      select t.id, 0 as depth from topics t where t.workspace_id = ${scope.workspaceId} and t.id = any(${[...topicIds]}::bigint[]) and ${visible(scope, 't')}
      union
      select t.id, d.depth + 1 from down d join topics t on t.workspace_id = ${scope.workspaceId} and t.parent_id = d.id where d.depth < ${sql.lit(deepest)})
    select distinct id from down order by id limit ${sql.lit(mostTopics)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether the ticket `x` was wrapped up with one of these; where it has left the topic's brand, with none. Indexes: the primary keys. */
export function topicIs(workspaceId: number, topicIds: readonly number[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from wrap_ups w join topics wt on wt.workspace_id = w.workspace_id and wt.id = w.topic_id
    where w.workspace_id = ${workspaceId} and w.ticket_id = x.id and w.topic_id = any(${[...topicIds]}::bigint[]) and (wt.brand_id is null or wt.brand_id = x.brand_id))`;
}

/** The tickets of these topics where they are at most `most`; else null. Index: wrap_ups_of_topic. */
export async function findFewWithTopic(db: Queryable, workspaceId: number, topicIds: readonly number[], most: number): Promise<number[] | null> {
  const { rows } = await sql<{ id: number }>`
    select w.ticket_id as id from unnest(${[...topicIds]}::bigint[]) as p(topic)
    cross join lateral (select w.ticket_id from wrap_ups w where w.workspace_id = ${workspaceId} and w.topic_id = p.topic limit ${sql.lit(most + 1)}) w limit ${sql.lit(most + 1)}`.execute(db);
  return rows.length > most ? null : rows.map(({ id }) => id);
}

export type TopicWords = { id: number; parent: number | null; names: string[] };

/** Every topic of the trees that the scope's brands have, by key and by name in each language. Index: the unique one of keys. */
export async function readTopicNames(db: Queryable, scope: Scope): Promise<TopicWords[]> {
  const { rows } = await sql<TopicWords>`
    select t.id, t.parent_id as parent, array[t.key, t.label] || array(select jsonb_each_text.value from jsonb_each_text(t.labels)) as names
    from topics t where t.workspace_id = ${scope.workspaceId} and ${visible(scope, 't')} order by t.id limit ${sql.lit(mostTopics)}`.execute(db);
  return rows;
}
