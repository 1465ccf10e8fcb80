import { z } from 'zod';
import { cursor, id } from '../../platform/http/shapes.ts';
import { presenceStates, type TicketPresence } from '../presence/index.ts';
import type { EventView } from '../events/index.ts';

const fromClient = z.discriminatedUnion('type', [
  /** `after`: the last position that this screen has; null for a fresh one. */
  z.strictObject({ type: z.literal('hello'), after: cursor.nullable() }),
  /** The ticket's number; null when none is open any more. */
  z.strictObject({ type: z.literal('presence'), ticket: id.nullable(), state: z.enum(presenceStates) }),
  z.strictObject({ type: z.literal('ping') }),
]);

export type FromClient = z.infer<typeof fromClient>;

/**
 * Missed events come first, then `ready` with the position that the screen has reached, then events as they happen.
 * `reset`: too much was missed; read everything anew (a `ready` follows).
 */
export type ToClient =
  | { type: 'ready'; position: string }
  | { type: 'event'; position: string; event: EventView }
  | { type: 'presence'; ticket: number; agents: TicketPresence['agents'] }
  /** The own bell: how many are unread, the newest of them and the newest that may be heard. */
  | { type: 'bell'; unread: number; newest: number | null; ring: number | null }
  /** What is offered to this agent now; only the ids, what they are of is asked for. */
  | { type: 'offers'; ids: number[] }
  | { type: 'reset' }
  | { type: 'pong' };

/** Close codes of our own. */
export const closeCodes = { signedOut: 4401, badMessage: 4400, tooMany: 4429 } as const;

/** Null for anything that is not one of our messages. */
export function readMessage(data: Buffer): FromClient | null {
  try {
    const parsed = fromClient.safeParse(JSON.parse(data.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function write(message: ToClient): string {
  return JSON.stringify(message);
}
