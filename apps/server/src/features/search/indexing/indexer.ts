import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../../context.ts';
import { monotonicNow } from '../../../platform/clock/clock.ts';
import type { FeedLoop } from '../../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../../platform/events/follow-workspaces.ts';
import { endFollowing } from '../../../platform/events/progress.queries.ts';
import { feedEnd, readFeed, type EventRow } from '../../../platform/events/events.queries.ts';
import { indexBatch } from './index-batch.ts';
import { customersOfOrganizations, idsBelow, ticketsOfCustomers, ticketsOfNumbers } from './index-source.queries.ts';
import type { IndexKind } from './index-rows.queries.ts';
import { beginProgress, leaseProgress, progressTable, saveProgress, workspacesToIndex, type Progress } from './progress.queries.ts';

type Tools = Pick<Context, 'db' | 'log'>;

const eventsAtOnce = 200;
export const batchSize = 20;
const leaseSeconds = 60;
/** ms; a step that takes long says now and then that it is still at it. */
const renewAfter = 10_000;
/** A changed name reaches so many of the newest tickets of its customer, and so many customers of its organization. */
const reach = 200;

/** Events that change nothing that is looked for. */
const ignored = new Set<string>(['ticket.linked', 'ticket.unlinked', 'ticket.snoozed', 'ticket.woken', 'ticket.followed', 'ticket.unfollowed', 'task.added', 'task.updated', 'task.removed', 'time.added', 'time.updated', 'time.removed', 'message.queued', 'message.sent', 'message.failed', 'message.bounced', 'message.delayed', 'side.updated', 'customer.kept_apart']);

/** What the events ask to be read again. */
export function affected(events: readonly Pick<EventRow, 'type' | 'ticket_id' | 'data'>[]): { tickets: Set<number>; customers: Set<number>; renamed: Set<number>; organizations: Set<number>; numbers: Set<number> } {
  const found = { tickets: new Set<number>(), customers: new Set<number>(), renamed: new Set<number>(), organizations: new Set<number>(), numbers: new Set<number>() };
  for (const { type, ticket_id, data } of events) {
    if (ignored.has(type)) continue;
    if (ticket_id !== null) found.tickets.add(ticket_id);
    // A merge is an event of the one ticket, and changes who takes part in the other.
    for (const number of [data['into'], data['from']]) if (typeof number === 'number') found.numbers.add(number);
    const { customer_id: customer, merged_customer_id: merged, organization_id: organization } = data;
    if (typeof customer === 'number') {
      found.customers.add(customer);
      if (type !== 'customer.created') found.renamed.add(customer);
    }
    // Merged customers and taken apart ones are two: the rows of both, and the tickets of both, change.
    if (typeof merged === 'number') found.customers.add(merged);
    if (typeof merged === 'number') found.renamed.add(merged);
    if (typeof organization === 'number') found.organizations.add(organization);
  }
  return found;
}

export type Pace = (spentMs: number) => Promise<void>;
const noPause: Pace = () => Promise.resolve();

/** Another indexer has taken the workspace: what is left of the step is its own. */
class TakenOver extends Error {}

/**
 * One step for one workspace: some events of its feed, or a part of the sweep. False when there is nothing to do, or another indexer does it.
 * @param now ms that only go forward, by which the lease is held
 */
export async function indexStep(tools: Tools, workspaceId: number, lease: string, pace: Pace = noPause, now: () => number = monotonicNow): Promise<boolean> {
  const { db } = tools;
  let progress = await leaseProgress(db, workspaceId, lease, leaseSeconds);
  if (!progress) {
    await beginProgress(db, workspaceId, await feedEnd(db, workspaceId));
    progress = await leaseProgress(db, workspaceId, lease, leaseSeconds);
    if (!progress) return false;
  }
  const paceAndHold = holding(pace, () => leaseProgress(db, workspaceId, lease, leaseSeconds), now);
  const events = await readFeed(db, { workspaceId, brands: 'all' }, { xid: progress.xid, id: progress.id }, eventsAtOnce);
  const last = events.at(-1);
  try {
    if (last) {
      await indexAffected(tools, workspaceId, events, paceAndHold);
      return await saveProgress(db, workspaceId, lease, { ...progress, xid: last.xid, id: last.id });
    }
    const swept = await sweep(tools, workspaceId, progress, paceAndHold);
    return swept !== null && (await saveProgress(db, workspaceId, lease, swept));
  } catch (error) {
    if (error instanceof TakenOver) return false;
    throw error;
  }
}

/** A pause after each batch, in which the lease is taken for longer when it has been held for a while. */
function holding(pace: Pace, renew: () => Promise<object | null>, now: () => number): Pace {
  let held = now();
  return async (spentMs) => {
    await pace(spentMs);
    if (now() - held < renewAfter) return;
    if (!(await renew())) throw new TakenOver();
    held = now();
  };
}

async function indexAffected(tools: Tools, workspaceId: number, events: readonly EventRow[], pace: Pace): Promise<void> {
  const { tickets, customers, renamed, organizations, numbers } = affected(events);
  for (const id of await ticketsOfNumbers(tools.db, workspaceId, [...numbers])) tickets.add(id);
  for (const id of await customersOfOrganizations(tools.db, workspaceId, [...organizations], reach)) customers.add(id);
  for (const id of await ticketsOfCustomers(tools.db, workspaceId, [...renamed], reach)) tickets.add(id);
  await indexAll(tools, 'tickets', workspaceId, [...tickets], pace);
  await indexAll(tools, 'customers', workspaceId, [...customers], pace);
  await indexAll(tools, 'organizations', workspaceId, [...organizations], pace);
}

async function indexAll(tools: Tools, kind: IndexKind, workspaceId: number, ids: readonly number[], pace: Pace): Promise<void> {
  for (let from = 0; from < ids.length; from += batchSize) {
    const began = monotonicNow();
    await indexBatch(tools, kind, workspaceId, ids.slice(from, from + batchSize));
    await pace(monotonicNow() - began);
  }
}

const sweeps = { organizations: 'organizations_below', customers: 'customers_below', tickets: 'tickets_below' } as const;

/** The next part of what was there before; null when all is swept. */
async function sweep(tools: Tools, workspaceId: number, progress: Progress, pace: Pace): Promise<Progress | null> {
  for (const kind of ['organizations', 'customers', 'tickets'] as const) {
    const below = progress[sweeps[kind]];
    if (below === null) continue;
    const ids = await idsBelow(tools.db, kind, workspaceId, below, batchSize * 5);
    await indexAll(tools, kind, workspaceId, ids, pace);
    return { ...progress, [sweeps[kind]]: ids.at(-1) ?? null };
  }
  return null;
}

const longestRest = 3_000;
/** How much longer than it worked the indexer rests, by the share of the time in which this process had something to do. */
export function restAfter(utilization: number): number {
  if (utilization > 0.85) return 40;
  return utilization > 0.5 ? 9 : 0.5;
}

export type SearchIndexer = FeedLoop;

/**
 * Follows the feed of every workspace, about a quarter of a second behind. It makes way to requests and mail (`restAfter`),
 * falls behind while they take all there is, and catches up after.
 */
export function startSearchIndexer(context: Context): SearchIndexer {
  const { db } = context;
  let loop = performance.eventLoopUtilization();

  async function pace(spentMs: number, isStopped: () => boolean): Promise<void> {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, loop);
    loop = now;
    const rest = Math.min(longestRest, spentMs * restAfter(utilization));
    if (!isStopped()) await wait(rest);
  }

  return followWorkspaces(context, {
    name: 'search index',
    collectMs: 250,
    trouble: 'the search index cannot be written now',
    // A step may rest for seconds.
    stepsInTurn: 1,
    workspaces: () => workspacesToIndex(db),
    step: async (workspaceId, lease, isStopped) => ({ more: await indexStep(context, workspaceId, lease, (spentMs) => pace(spentMs, isStopped)) }),
    release: (workspaceId, lease) => endFollowing(db, progressTable, workspaceId, lease),
  });
}
