import type { z } from 'zod';
import type { OfferRow } from './offers.queries.ts';
import type { offerShape } from './routing.schemas.ts';

export function toOffer({ id, number, subject, priority, channel, customer_name, brand_id, brand_name, team_id, team_name, state, reasons, offered_at, due_at, ended_at }: OfferRow, now: Date): z.input<typeof offerShape> {
  const until = due_at ?? ended_at ?? offered_at;
  return {
    id,
    ticket: { number, subject, priority, channel, customer: customer_name, brand: { id: brand_id, name: brand_name } },
    team: { id: team_id, name: team_name },
    why: reasons.why === 'overflow' ? null : reasons.why,
    state,
    offered_at: offered_at.toISOString(),
    expires_at: due_at?.toISOString() ?? null,
    seconds: Math.max(0, Math.round((until.getTime() - offered_at.getTime()) / 1000)),
    seconds_left: due_at ? Math.max(0, (due_at.getTime() - now.getTime()) / 1000) : 0,
  };
}
