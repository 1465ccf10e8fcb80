import { createStore } from '../../../lib/store.ts';
import type { DraftFile } from '../composer/draft-content.ts';
import type { MessageKind, NewMessage, NewTicket, TicketPatch } from '../store/types.ts';

/** What an agent has done that must reach the server once, whatever becomes of the connection. */
export type Action = {
  /** Its number; of a new ticket a negative one of its own */
  ticket: number;
} & (
  | { kind: 'message'; body: NewMessage; files?: readonly DraftFile[] }
  | { kind: 'change'; body: TicketPatch }
  | { kind: 'ticket'; body: NewTicket }
  /** A message that was thrown away: the server forgets the draft that it was written as. Not shown */
  | { kind: 'discard'; body: { kind: MessageKind; html: string } }
);

/** Goes with a request, so that the server does it once however often it is sent. */
export interface Once {
  headers: { 'idempotency-key': string };
  signal: AbortSignal;
}

export type Unsent = Action & {
  key: string;
  /** Whose it is; nobody else on this browser sees or sends it */
  agent: number;
  /** The subject of its ticket, to tell it by */
  subject: string;
  /** ms since the epoch */
  madeAt: number;
  /** When it was first sent, though no answer came; null: it never left */
  triedAt: number | null;
  /** Failures that were no answer of the server's rules */
  tries: number;
  /** Why the server would not take it; null while it waits */
  refused: Refusal | null;
};

export interface Refusal {
  /** Of a problem answer, or `unsure`: it may have been done, and the server no longer remembers */
  code: string;
  /** The number to quote of an unexpected failure */
  reference: string | null;
  /** The steps that are missing before the status */
  steps?: readonly string[];
}

/** Thrown instead of an answer: the action is kept in this browser and goes out when the server can be reached. */
export class KeptForLater extends Error {}

/** What waits or was refused, oldest first, as far as it is shown. */
export const unsent = createStore<readonly Unsent[]>([]);

export interface Keeper {
  send<Answer>(action: Action, send: (once: Once) => Promise<Answer>): Promise<Answer>;
}

let keeper: Keeper | null = null;

/** The queue, which comes after the first view (unsent-queue.ts). */
export function keepWith(next: Keeper | null): void {
  keeper = next;
}

/** A request that hangs is given up after so long, and sent again with the same key. ms */
const patience = 20_000;

export function onceWith(key: string): Once {
  return { headers: { 'idempotency-key': key }, signal: AbortSignal.timeout(patience) };
}

/** 128 random bits; crypto.randomUUID is not there on pages without TLS. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Messages that this page is sending right now, as `12.public` */
const onTheWay = new Set<string>();

/** Whether a message from this place has been sent and not arrived: the server takes the place's draft along with it. */
export function isOnItsWay(ticket: number, place: string): boolean {
  return onTheWay.has(`${ticket}.${place}`) || unsent.get().some((action) => action.kind === 'message' && action.ticket === ticket && action.body.kind === place);
}

/** @throws KeptForLater when the server could not be reached; whatever it answered otherwise */
export async function sendOnce<Answer>(action: Action, send: (once: Once) => Promise<Answer>): Promise<Answer> {
  const place = action.kind === 'message' ? `${action.ticket}.${action.body.kind}` : '';
  onTheWay.add(place);
  try {
    return await (keeper ? keeper.send(action, send) : send(onceWith(newKey())));
  } finally {
    onTheWay.delete(place);
  }
}
