import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { wakeDueRows, workspacesToWake } from './snooze.queries.ts';

const batch = 200;
/** ms; so late may a ticket come back. */
const lookEvery = 2_000;

type Tools = Pick<Context, 'db' | 'clock' | 'wake'>;

/** Brings snoozed tickets back whose time has come, in small transactions; safe to run on several nodes at once. */
export async function wakeDueTickets({ db, clock, wake }: Tools): Promise<number> {
  let woken = 0;
  for (const workspaceId of await workspacesToWake(db, clock.now())) {
    for (;;) {
      const done = await db.transaction().execute(async (tx) => {
        const tickets = await wakeDueRows(tx, workspaceId, clock.now(), batch);
        for (const { id, brand_id, snoozed_by } of tickets) await appendEvent(tx, systemActor(workspaceId), { type: 'ticket.woken', ticketId: id, brandId: brand_id, data: { reason: 'time', ...(snoozed_by === null ? {} : { snoozed_by }) } });
        return tickets.length;
      });
      woken += done;
      if (done > 0) wake.say('events');
      if (done < batch) break;
    }
  }
  return woken;
}

/** Looks for them all the time: what is due stands in the rows, so nothing is lost by a restart. */
export function startWaking(context: Tools & Pick<Context, 'log'>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      await wakeDueTickets(context);
    } catch (error) {
      context.log.warn({ err: error }, 'snoozed tickets cannot be brought back now');
    }
    if (!stopped) timer = setTimeout(next, lookEvery);
  }
  function next(): void {
    running = look();
  }

  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
