import { useState } from 'react';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import type { FieldValue } from '../../fields/index.ts';
import type { NewTicket } from '../store/types.ts';

export type Direction = NonNullable<NewTicket['direction']>;
export type Channel = NonNullable<NewTicket['channel']>;

export const channels: Channel[] = ['phone', 'walk_in', 'letter', 'chat', 'web', 'email'];

/** A ticket that is being written. */
export interface UnfinishedTicket {
  direction: Direction;
  channel: Channel;
  /** An e-mail address, or the number of who has none. */
  email: string;
  /** Who was chosen from the list and has no e-mail address. */
  customer: number | null;
  name: string;
  subject: string;
  text: string;
  brand: number | null;
  fields: Record<string, FieldValue | null>;
}

const keyOf = (agent: number) => `ombud.newTicket.${agent}`;

export type TicketFor = Pick<UnfinishedTicket, 'email' | 'customer' | 'name' | 'brand'>;

/**
 * What this agent had begun in this browser; it stays until the ticket is made or somebody starts over.
 * @param wanted whom a ticket is for that is begun anew
 */
export function useUnfinishedTicket(agent: number, brands: readonly { id: number; is_default: boolean }[], wanted?: TicketFor) {
  const usual = (brands.find((each) => each.is_default) ?? brands[0])?.id ?? null;
  const empty: UnfinishedTicket = { direction: 'in', channel: 'phone', email: '', customer: null, name: '', subject: '', text: '', fields: {}, ...wanted, brand: wanted?.brand ?? usual };
  const [written, setWritten] = useState<UnfinishedTicket>(() => {
    const kept = beginWith(readUnfinished(readRemembered(keyOf(agent)), empty), empty, wanted);
    // A brand that is gone, or that this agent no longer sees.
    return brands.some(({ id }) => id === kept.brand) ? kept : { ...kept, brand: empty.brand };
  });
  const [thrownAway, setThrownAway] = useState<UnfinishedTicket | null>(null);
  const [version, setVersion] = useState(0);
  const begun = (ticket: UnfinishedTicket) => isBegun(withoutGiven(ticket, wanted));
  const put = (next: UnfinishedTicket) => {
    setWritten(next);
    remember(keyOf(agent), begun(next) ? next : null);
  };
  return {
    written,
    isBegun: begun(written),
    /** Another person's was begun before, and is gone on with */
    isOthers: wanted !== undefined && written.email !== wanted.email && begun(written),
    /** What was thrown away may come back until something new is begun */
    canTakeBack: thrownAway !== null && !begun(written),
    /** Changes whenever everything was replaced at once */
    version,
    edit: (change: Partial<UnfinishedTicket>) => put({ ...written, ...change }),
    startOver: () => {
      setThrownAway(written);
      put({ ...empty, direction: written.direction, channel: written.channel, brand: wanted ? empty.brand : written.brand });
      setVersion(version + 1);
    },
    takeBack: () => {
      if (thrownAway) put(thrownAway);
      setThrownAway(null);
      setVersion(version + 1);
    },
    forget: () => remember(keyOf(agent), null),
  };
}

/** A ticket with nothing but somebody's address and name is no reason to leave out whom it is wanted for. */
export function beginWith(kept: UnfinishedTicket, empty: UnfinishedTicket, wanted: TicketFor | undefined): UnfinishedTicket {
  return wanted && !isBegun({ ...kept, email: '', name: '' }) ? empty : kept;
}

/** What came by itself is nothing that somebody has begun. */
export function withoutGiven(ticket: UnfinishedTicket, wanted: TicketFor | undefined): UnfinishedTicket {
  return wanted && ticket.email === wanted.email && ticket.name === wanted.name ? { ...ticket, email: '', name: '' } : ticket;
}

/** Puts one that waited to be sent back to where it was written. False where another has been begun: that one stays. */
export function takeBackUnfinished(agent: number, { direction = 'in', channel, requester, subject, text, brand, fields }: NewTicket): boolean {
  const empty: UnfinishedTicket = { direction, channel: channels.find((each) => each === channel) ?? 'phone', email: '', customer: null, name: '', subject: '', text: '', brand: brand ?? null, fields: {} };
  if (isBegun(readUnfinished(readRemembered(keyOf(agent)), empty))) return false;
  const { email, phone, name = '', id } = { id: undefined, ...requester };
  remember(keyOf(agent), { ...empty, email: email ?? phone ?? '', customer: id ?? null, name, subject, text: text ?? '', fields: fields ?? {} });
  return true;
}

export type Unfinished = ReturnType<typeof useUnfinishedTicket>;

/** Who begins, the channel and the brand alone are nothing that would be missed. */
export function isBegun({ email, name, subject, text, fields }: UnfinishedTicket): boolean {
  return [email, name, subject, text].some((each) => each.trim() !== '') || Object.values(fields).some((value) => value !== null);
}

/** What a browser kept may come from an older version, or from a hand: only what fits is taken. */
export function readUnfinished(kept: unknown, empty: UnfinishedTicket): UnfinishedTicket {
  if (typeof kept !== 'object' || kept === null) return empty;
  const { direction, channel, email, customer, name, subject, text, brand, fields } = kept as Partial<Record<keyof UnfinishedTicket, unknown>>;
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    direction: direction === 'out' ? 'out' : 'in',
    channel: channels.find((each) => each === channel) ?? empty.channel,
    email: words(email),
    customer: typeof customer === 'number' ? customer : null,
    name: words(name),
    subject: words(subject),
    text: words(text),
    brand: typeof brand === 'number' ? brand : empty.brand,
    fields: Object.fromEntries(Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).filter((entry): entry is [string, FieldValue] => ['string', 'number', 'boolean'].includes(typeof entry[1]))),
  };
}
