import type { Context } from '../../context.ts';
import { readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import type { FeedLoop } from '../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing, leaseFollowing, saveFollowed } from '../../platform/events/progress.queries.ts';
import { listFitting } from '../views/index.ts';
import { hears } from './automations.rules.ts';
import { progress, workspacesToFollow } from './follow.queries.ts';
import { readRunnables } from './runnables.ts';
import { meaningOf, runOnTicket, type Ran, type Runnable } from './run-on-ticket.command.ts';
import { planAtBeginning, planFor } from './time-due.ts';

type Tools = Pick<Context, 'db' | 'clock' | 'customFields' | 'sealer' | 'playbooks' | 'approvalRules' | 'wake' | 'log'>;

const eventsAtOnce = 50;
/** Taken anew by each step. Two nodes at one step would do nothing twice: what has run is noted with its cause. */
const leaseSeconds = 60;

/** Runs what events set off; nothing happens in workspaces where no automation was ever switched on. */
export function startAutomations(context: Context): FeedLoop {
  const { db } = context;
  return followWorkspaces(context, {
    name: 'automations',
    collectMs: 100,
    trouble: 'automations cannot follow the feed now',
    // A step runs many a change of tickets.
    stepsInTurn: 1,
    workspaces: () => workspacesToFollow(db),
    step: (workspaceId, lease) => followStep(context, workspaceId, lease),
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
  });
}

/** One step for one workspace: each automation in its order on the tickets of some events, each in a transaction of its own; then the position moves. */
export async function followStep(tools: Tools, workspaceId: number, lease: string): Promise<{ more: boolean }> {
  const { db } = tools;
  const position = await leaseFollowing(db, progress, workspaceId, lease, leaseSeconds);
  if (!position) return { more: false };
  const automations = await readRunnables(db, workspaceId);
  let planned = false;
  for (const automation of automations) if (!automation.planned) planned = (await planAtBeginning(tools, workspaceId, automation)) || planned;
  const events = await readFeed(db, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  const touched = [...new Set(events.flatMap(({ ticket_id }) => (ticket_id === null ? [] : [ticket_id])))];
  let ran: Ran[] = [];
  for (const automation of automations) {
    try {
      if (automation.trigger.on === 'time') planned = (await planFor(tools, workspaceId, automation, touched)) || planned;
      else ran = [...ran, ...(await runOnEvents(tools, workspaceId, automation, events))];
    } catch (error) {
      // One whose conditions cannot be asked now does not hold up the others, nor the feed.
      tools.log.warn({ err: error, workspace: workspaceId, automation: automation.id }, 'an automation cannot be asked now');
    }
  }
  if (last) await saveFollowed(db, progress, workspaceId, lease, { xid: last.xid, id: last.id });
  if (planned) tools.wake.say('timers');
  if (ran.some((each) => each !== 'not')) tools.wake.say('events');
  if (ran.includes('replied')) tools.wake.say('outbox');
  return { more: events.length === eventsAtOnce };
}

async function runOnEvents(tools: Tools, workspaceId: number, automation: Runnable, events: readonly EventRow[]): Promise<Ran[]> {
  const heard = events.flatMap((event) => (event.ticket_id !== null && event.created_at >= automation.enabledAt && hears(automation, event) ? [{ ticketId: event.ticket_id, cause: `event:${event.type}:${event.id}` }] : []));
  const wanted = heard.length > 0 ? await meaningOf(tools, workspaceId, automation) : null;
  if (!wanted) return [];
  // Asked for all at once, and of each again under its lock.
  const fit = new Set(await listFitting(tools.db, { workspaceId, brands: wanted.brandIds }, wanted, [...new Set(heard.map(({ ticketId }) => ticketId))]));
  const ran: Ran[] = [];
  for (const hit of heard.filter(({ ticketId }) => fit.has(ticketId))) {
    const gates = { playbooks: await tools.playbooks.of(workspaceId), rules: await tools.approvalRules.of(workspaceId) };
    const run = () => tools.db.transaction().execute((tx) => runOnTicket(tx, tools, workspaceId, automation, { ...hit, gates }));
    try {
      // Twice: the first may have lost a lock.
      ran.push(await run().catch(run));
    } catch (error) {
      // Of what went wrong on one ticket the others know nothing.
      tools.log.warn({ err: error, workspace: workspaceId, automation: automation.id, ticket: hit.ticketId }, 'an automation cannot be run now');
    }
  }
  return ran;
}
