import type { Tx } from '../../platform/db/db.ts';
import { readListeners } from './follow.queries.ts';
import type { NotificationKind } from './kinds.ts';
import { reach } from './reach.rules.ts';
import { insertTold } from './tell.queries.ts';

/** What is told to one person without an event: of a piece of feedback, or of an offer of a ticket. */
export type Told = {
  agent: number;
  kind: NotificationKind;
  about: { feedback: number } | { offer: number; ticket: number };
  /** Told only to who sees it; null: whatever they see. */
  brand: number | null;
  /** The colleague who did it; null: the program, or nobody who may be named. */
  by: number | null;
};

/**
 * Writes them down in the transaction of what they tell of, so that each is told once. Who does not work here, does not see the brand or
 * does not want to hear of it is left out. Two statements, however many. Whoever commits says `notifications` then.
 * @returns how many
 */
export async function tell(tx: Tx, workspaceId: number, told: readonly Told[], now: Date): Promise<number> {
  if (told.length === 0) return 0;
  const listeners = await readListeners(tx, workspaceId, [...new Set(told.map(({ agent }) => agent))], 0);
  const rows = told.flatMap(({ agent, kind, about, brand, by }) => {
    const listener = listeners.get(agent);
    if (!listener || (brand !== null && listener.brands !== null && !listener.brands.includes(brand))) return [];
    const reached = reach(kind, listener, now);
    if (!reached) return [];
    const subject = 'feedback' in about ? { feedback_id: about.feedback, offer_id: null, ticket_id: null } : { feedback_id: null, offer_id: about.offer, ticket_id: about.ticket };
    return [{ agent_id: agent, kind, ...subject, actor_type: by === null ? ('system' as const) : ('agent' as const), actor_id: by, ...reached }];
  });
  if (rows.length > 0) await insertTold(tx, workspaceId, rows, now);
  return rows.length;
}
