import { z } from 'zod';
import type { EventRow } from '../../platform/events/events.queries.ts';
import { eventTypes } from '../../platform/events/event-types.ts';
import { encodePosition } from '../../platform/events/feed.ts';
import { id, moment } from '../../platform/http/shapes.ts';

export const eventShape = z
  .object({
    id,
    type: z.enum(eventTypes),
    position: z.string().describe('Where the feed goes on after this event'),
    ticket: id.nullable().describe('The ticket’s number'),
    brand: id.nullable(),
    message: id.nullable(),
    actor: z.object({ type: z.enum(['agent', 'customer', 'system']), id: id.nullable() }),
    data: z.record(z.string(), z.unknown()).describe('Ids, numbers and codes only'),
    created_at: moment,
  })
  .meta({ id: 'Event' });

export type EventView = z.infer<typeof eventShape>;

export function viewEvent(row: EventRow): EventView {
  return {
    id: row.id,
    type: row.type,
    position: encodePosition(row),
    ticket: row.ticket_number,
    brand: row.brand_id,
    message: row.message_id,
    actor: { type: row.actor_type, id: row.actor_id },
    data: row.data,
    created_at: row.created_at.toISOString(),
  };
}
