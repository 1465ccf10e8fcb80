import type { Context } from '../../context.ts';
import { readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import type { FeedLoop } from '../../platform/events/feed-loop.ts';
import { followWorkspaces } from '../../platform/events/follow-workspaces.ts';
import { endFollowing, leaseFollowing, saveFollowed, workspacesBehind } from '../../platform/events/progress.queries.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { dropReopened, noteFollowUps, planSurveys, progress, readSolved, type Planned } from './follow.queries.ts';
import { askAt } from './satisfaction.rules.ts';

type Tools = Pick<Context, 'db'>;

const eventsAtOnce = 100;
/** Taken anew by each step, which is short. */
const leaseSeconds = 20;

/** Plans from the feed whom to ask and when; nothing happens in workspaces where no brand was ever switched on. */
export function startSurveyPlanner(context: Context): FeedLoop {
  const { db, wake } = context;
  return followWorkspaces(context, {
    name: 'surveys',
    collectMs: 100,
    trouble: 'customers’ questions cannot be planned now',
    workspaces: () => workspacesBehind(db, progress),
    async step(workspaceId, lease) {
      const { more, planned } = await followStep(context, workspaceId, lease);
      if (planned) wake.say('timers');
      return { more };
    },
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
  });
}

/** One step for one workspace: what became of some tickets and tasks, and the position moves, in one transaction. */
export async function followStep({ db }: Tools, workspaceId: number, lease: string): Promise<{ more: boolean; planned: boolean }> {
  const position = await leaseFollowing(db, progress, workspaceId, lease, leaseSeconds);
  if (!position) return { more: false, planned: false };
  const events = await readFeed(db, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  if (!last) return { more: false, planned: false };
  const tickets = [...new Set(events.flatMap((event) => (event.ticket_id !== null && movesStatus(event) ? [event.ticket_id] : [])))];
  const tasks = [...new Set(events.flatMap(({ type, data }) => ((type === 'task.updated' || type === 'task.removed') && typeof data['task'] === 'number' ? [data['task']] : [])))];
  const planned = tickets.length === 0 ? [] : await planFor(db, workspaceId, tickets);
  await db.transaction().execute(async (tx) => {
    if (!(await saveFollowed(tx, progress, workspaceId, lease, { xid: last.xid, id: last.id }))) return;
    await planSurveys(tx, workspaceId, planned);
    await dropReopened(tx, workspaceId, tickets);
    await noteFollowUps(tx, workspaceId, tasks);
  });
  return { more: events.length === eventsAtOnce, planned: planned.length > 0 };
}

/** Whichever way a ticket got its status: it began with it, or it was changed by itself, by a message, or by one that was taken back. */
function movesStatus({ type, data }: EventRow): boolean {
  if (type === 'ticket.created') return true;
  const changes = data['changes'];
  return typeof changes === 'object' && changes !== null && 'status' in changes;
}

async function planFor(db: Tools['db'], workspaceId: number, ticketIds: readonly number[]): Promise<Planned[]> {
  const solved = await readSolved(db, workspaceId, ticketIds);
  const hours = openHours(await readHoursOfBrands(db, workspaceId, [...new Set(solved.map(({ brand_id }) => brand_id))]));
  return solved.flatMap(({ ticket_id, brand_id, solved_at, delay_hours }) => {
    const open = hours.get(brand_id);
    // Where it never opens, the question is dropped when it is looked at.
    const at = open && (askAt(solved_at, delay_hours, open) ?? solved_at);
    return at ? [{ ticket_id, brand_id, solved_at: solved_at.toISOString(), next_at: at.toISOString() }] : [];
  });
}
