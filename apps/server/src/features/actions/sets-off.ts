import type { Context } from '../../context.ts';
import { escalateTicket } from '../escalation/index.ts';
import type { SetsOff } from '../tickets/index.ts';
import { isLiveWebhook, tellWebhook } from '../webhooks/index.ts';

/** How tickets reach what is built on them: they do not know it themselves. */
export function createSetsOff({ sealer }: Pick<Context, 'sealer'>): SetsOff {
  return { escalate: (tx, actor, number, escalating, now, gate) => escalateTicket(tx, { sealer }, actor, number, escalating, now, gate), isLiveWebhook, tellWebhook };
}
