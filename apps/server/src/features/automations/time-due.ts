import type { Context } from '../../context.ts';
import { inSavepoint, type Queryable } from '../../platform/db/db.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { aroundTheClock, openHours, readHoursOfBrands } from '../calendars/index.ts';
import { readRunnables } from './runnables.ts';
import { hasRunSince } from './runs.queries.ts';
import { runOnTicket, type Runnable } from './run-on-ticket.command.ts';
import { dueColumn, listTouched, notePlanned, planTimers, readBases, setDue, takeDueTimer, type Base } from './timers.queries.ts';

type Tools = Pick<Context, 'db' | 'clock' | 'customFields' | 'sealer' | 'playbooks' | 'approvalRules' | 'log'>;

const hour = 3_600_000;
const mostAtBeginning = 10_000;
const atOnce = 500;
/** ms; what was due longer ago may have run and be forgotten (forget-runs.ts). */
const oldest = 365 * 24 * hour;

/** When each of these moments has been so long ago, by the brand's hours where it says so; never for a desk that does not open. */
async function dueTimes(db: Queryable, workspaceId: number, { trigger, brandId }: Pick<Runnable, 'trigger' | 'brandId'>, bases: readonly Base[]): Promise<{ base: Base; at: Date }[]> {
  if (trigger.on !== 'time') return [];
  const own = bases.filter((base) => brandId === null || base.brand_id === brandId);
  const hours = trigger.business ? openHours(await readHoursOfBrands(db, workspaceId, [...new Set(own.map(({ brand_id }) => brand_id))])) : null;
  return own.flatMap((base) => {
    const at = (hours ? hours.get(base.brand_id) : aroundTheClock)?.add(base.base.getTime(), trigger.hours * hour) ?? null;
    return at === null ? [] : [{ base, at: new Date(at) }];
  });
}

const counts = ({ enabledAt }: Runnable, at: Date, now: Date) => at > enabledAt && at.getTime() > now.getTime() - oldest;

/** Plans when an automation looks at these tickets. What was due before it was switched on is left alone. @returns whether any was planned */
export async function planFor({ db, clock }: Pick<Tools, 'db' | 'clock'>, workspaceId: number, automation: Runnable, ticketIds: readonly number[]): Promise<boolean> {
  if (automation.trigger.on !== 'time' || ticketIds.length === 0) return false;
  const due = await dueTimes(db, workspaceId, automation, await readBases(db, workspaceId, automation.trigger.since, ticketIds));
  const planned = due.filter(({ at }) => counts(automation, at, clock.now())).map(({ base, at }) => ({ ticket_id: base.ticket_id, due_at: at.toISOString() }));
  await planTimers(db, workspaceId, automation.id, planned);
  return planned.length > 0;
}

/** Once after it was switched on: for the tickets that were there, whose time is still to come. */
export async function planAtBeginning(tools: Pick<Tools, 'db' | 'clock'>, workspaceId: number, automation: Runnable): Promise<boolean> {
  if (automation.trigger.on !== 'time') return false;
  // Hours of an open desk are spread over more of the clock's: by this much at most where it opens once a week.
  const back = automation.trigger.hours * hour * (automation.trigger.business ? 21 : 1);
  const at = tools.clock.now();
  const ids = await listTouched(tools.db, workspaceId, new Date(automation.enabledAt.getTime() - back), mostAtBeginning);
  let any = false;
  for (let from = 0; from < ids.length; from += atOnce) any = (await planFor(tools, workspaceId, automation, ids.slice(from, from + atOnce))) || any;
  await notePlanned(tools.db, workspaceId, automation.id, at);
  return any;
}

/** Looks at one ticket whose time has come: the moment is read anew, so that whatever has happened meanwhile counts. */
export function timeQueue(tools: Tools, said: { replied: boolean } = { replied: false }): TimerQueue {
  return {
    ...dueColumn,
    name: 'automations',
    async fire(tx, workspaceId, now) {
      const timer = await takeDueTimer(tx, workspaceId, now);
      if (!timer) return 0;
      const automation = (await readRunnables(tx, workspaceId)).find(({ id }) => id === timer.automation_id);
      const since = automation?.trigger.on === 'time' ? automation.trigger.since : null;
      const [due] = automation && since ? await dueTimes(tx, workspaceId, automation, await readBases(tx, workspaceId, since, [timer.ticket_id])) : [];
      if (!automation || !due || !counts(automation, due.at, now)) await setDue(tx, workspaceId, timer.id, null);
      else if (due.at > now) await setDue(tx, workspaceId, timer.id, due.at);
      else if (await hasRunSince(tx, workspaceId, { automationId: automation.id, ticketId: timer.ticket_id }, due.base.base)) await setDue(tx, workspaceId, timer.id, null);
      else {
        const gates = { playbooks: await tools.playbooks.of(workspaceId), rules: await tools.approvalRules.of(workspaceId) };
        try {
          const ran = await inSavepoint(tx, () => runOnTicket(tx, tools, workspaceId, automation, { ticketId: timer.ticket_id, cause: `time:${due.base.base.toISOString()}`, gates }));
          said.replied ||= ran === 'replied';
          await setDue(tx, workspaceId, timer.id, null);
        } catch (error) {
          // What goes wrong on one ticket does not keep the others waiting.
          tools.log.warn({ err: error, workspace: workspaceId, automation: automation.id, ticket: timer.ticket_id }, 'an automation cannot be run now');
          await setDue(tx, workspaceId, timer.id, new Date(now.getTime() + hour));
        }
      }
      return 1;
    },
  };
}

export function startTimeAutomations(context: Context): { stop(): Promise<void> } {
  const said = { replied: false };
  return startTimers({ ...context, wake: { ...context.wake, say: sayBoth } }, timeQueue(context, said));

  /** What was written stands in the outbox. */
  function sayBoth(what: Parameters<typeof context.wake.say>[0]): void {
    context.wake.say(what);
    if (said.replied) context.wake.say('outbox');
    said.replied = false;
  }
}
