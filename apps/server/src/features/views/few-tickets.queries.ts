import { sql } from 'kysely';
import { monotonicNow } from '../../platform/clock/clock.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { wordsQuery, type TicketFolder } from '../tickets/index.ts';

/** The tickets of a condition that has an index of its own, if they are few; null when there are more. */

/** More by their keys, here and there in the table, take longer than the window that is looked through instead. */
export const fewEnough = 1_000;

async function ifFew(query: ReturnType<typeof sql<{ id: number }>>, db: Queryable): Promise<number[] | null> {
  const { rows } = await query.execute(db);
  return rows.length > fewEnough ? null : rows.map(({ id }) => id);
}

const enough = sql.lit(fewEnough + 1);

/** ms: what had too many tickets still has, for so long. */
const commonFor = 60_000;
const mostCommon = 1_000;
const common = new WeakMap<Queryable, Map<string, number>>();

/** As ifFew, for an index that reads all its matches before it gives the first: what is common is not looked for each time. */
async function ifFewUnlessCommon(query: ReturnType<typeof sql<{ id: number }>>, db: Queryable, what: readonly unknown[]): Promise<number[] | null> {
  const known = common.get(db) ?? new Map<string, number>();
  common.set(db, known);
  const key = JSON.stringify(what);
  const now = monotonicNow();
  if (now < (known.get(key) ?? 0)) return null;
  const few = await ifFew(query, db);
  if (known.size >= mostCommon) known.clear();
  if (few === null) known.set(key, now + commonFor);
  else known.delete(key);
  return few;
}

/** Index: tickets_requester. */
export function findFewOfRequesters(db: Queryable, workspaceId: number, requesterIds: readonly number[]): Promise<number[] | null> {
  return ifFew(sql`select x.id from unnest(${[...requesterIds]}::bigint[]) r(id)
    cross join lateral (select t.id from tickets t where t.workspace_id = ${workspaceId} and t.requester_id = r.id limit ${enough}) x limit ${enough}`, db);
}

/** Index: tickets_tags. */
export function findFewWithTag(db: Queryable, workspaceId: number, folder: TicketFolder, tags: readonly string[]): Promise<number[] | null> {
  return ifFewUnlessCommon(sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and t.folder = ${sql.lit(folder)} and t.tags && ${[...tags]}::text[] limit ${enough}`, db, [workspaceId, 'tags', folder, tags]);
}

/** Index: tickets_subject_words. */
export function findFewWithWords(db: Queryable, workspaceId: number, words: readonly string[]): Promise<number[] | null> {
  return ifFewUnlessCommon(sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and to_tsvector('simple', t.subject) @@ to_tsquery('simple', ${wordsQuery(words)}) limit ${enough}`, db, [workspaceId, 'words', words]);
}

/** Index: ticket_followers_agent. */
export function findFewFollowed(db: Queryable, workspaceId: number, agentId: number): Promise<number[] | null> {
  return ifFew(sql`select f.ticket_id as id from ticket_followers f where f.workspace_id = ${workspaceId} and f.agent_id = ${agentId} limit ${enough}`, db);
}

/** Index: tickets_snoozed. */
export function findFewSnoozed(db: Queryable, workspaceId: number): Promise<number[] | null> {
  return ifFew(sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and t.snoozed_until is not null limit ${enough}`, db);
}

/** Of a ticket's soonest promise: there is one, due before then. */
export const promisedSo = (before: Date | null) => sql<boolean>`promise_due_at ${before === null ? sql`is not null` : sql`< ${before}`}`;

/** Index: tickets_promised. */
export function findFewPromised(db: Queryable, workspaceId: number, before: Date | null): Promise<number[] | null> {
  return ifFew(sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and t.${promisedSo(before)} limit ${enough}`, db);
}

/** Index: tickets_escalated. */
export function findFewEscalated(db: Queryable, workspaceId: number): Promise<number[] | null> {
  return ifFew(sql`select t.id from tickets t where t.workspace_id = ${workspaceId} and t.escalated_at is not null limit ${enough}`, db);
}

/** Of a promised time that stands: broken, or warned of and not broken yet. */
export function standsSo(states: readonly ('breached' | 'at_risk')[]) {
  const words = { breached: sql`s.breached_at is not null`, at_risk: sql`(s.breached_at is null and s.warned_at is not null and not s.resting)` };
  return sql<boolean>`s.ended_at is null and (${sql.join(states.map((state) => words[state]), sql` or `)})`;
}

/** Indexes: sla_targets_breached, sla_targets_at_risk. */
export function findFewBySla(db: Queryable, workspaceId: number, states: readonly ('breached' | 'at_risk')[]): Promise<number[] | null> {
  return ifFew(sql`select distinct s.ticket_id as id from (
    ${sql.join([...new Set(states)].map((state) => sql`(select s.ticket_id from sla_targets s where s.workspace_id = ${workspaceId} and ${standsSo([state])} limit ${sql.lit(5 * (fewEnough + 1))})`), sql` union all `)}) s limit ${enough}`, db);
}

/** At most 1,000 customers of these organizations. Index: customers_organization. */
export async function findCustomersOfOrganizations(db: Queryable, workspaceId: number, organizationIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from customers c where c.workspace_id = ${workspaceId} and c.organization_id = any(${[...organizationIds]}::bigint[]) limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}
