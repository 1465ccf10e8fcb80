import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { markDue, workspacesWithDue } from './sla-targets.queries.ts';

const batch = 200;

/** Marks promised times that are broken, and those that soon will be, in small transactions; safe to run on several nodes at once. */
export async function markDueTargets({ db, clock, wake }: Pick<Context, 'db' | 'clock' | 'wake'>): Promise<number> {
  let marked = 0;
  for (const workspaceId of await workspacesWithDue(db, clock.now())) {
    for (;;) {
      const now = clock.now();
      const rows = await db.transaction().execute(async (tx) => {
        const due = await markDue(tx, workspaceId, now, batch);
        for (const { ticket_id, brand_id, kind, policy_id, cycle_at, due_at, breaks } of due)
          await appendEvent(tx, systemActor(workspaceId), {
            type: breaks ? 'sla.breached' : 'sla.warning', ticketId: ticket_id, brandId: brand_id,
            data: { kind, policy_id, started_at: cycle_at.toISOString(), at: due_at?.toISOString() ?? now.toISOString() },
          });
        return due.length;
      });
      marked += rows;
      if (rows > 0) wake.say('events');
      if (rows < batch) break;
    }
  }
  return marked;
}
