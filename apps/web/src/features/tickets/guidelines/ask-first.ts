import type { QueryClient } from '@tanstack/react-query';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { createStore } from '../../../lib/store.ts';
import type { Ticket, TicketStatus } from '../store/types.ts';
import { askedGuidelinesOptions, ticketGuidelinesOptions, type Guideline, type GuidelineMoment } from './guideline-queries.ts';

export interface AskedGuideline {
  id: number;
  version: number;
  name: string;
  brand: { name: string; color: string } | null;
  text: string;
}

/** What is shown before a status is changed; answered by going on or leaving it. */
export interface Asking {
  /** The ticket, or how many there are; null: nobody knows how many */
  what: { number: number } | { count: number | null };
  status: GuidelineMoment;
  guidelines: readonly AskedGuideline[];
  answer(goOn: boolean): void;
}
export const asking = createStore<Asking | null>(null);

const store = 'ombud.guidelines.asked';
/** So many of what was shown are kept in this browser, the newest. */
const mostKept = 400;
let shown: Set<string> | undefined;

function shownBefore(): Set<string> {
  const kept = shown ? null : readRemembered(store);
  return (shown ??= new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []));
}

function noteShown(keys: readonly string[]): void {
  const all = [...shownBefore(), ...keys].slice(-mostKept);
  shown = new Set(all);
  remember(store, all);
}

function ask(what: Asking['what'], status: GuidelineMoment, guidelines: readonly AskedGuideline[], keys: readonly string[]): Promise<boolean> {
  asking.get()?.answer(false);
  return new Promise((resolve) => {
    asking.set({
      what,
      status,
      guidelines,
      answer(goOn) {
        asking.set(null);
        if (goOn) noteShown(keys);
        resolve(goOn);
      },
    });
  });
}

const asksAt = (status: TicketStatus): GuidelineMoment | null => (status === 'pending' || status === 'on_hold' || status === 'solved' ? status : null);

/**
 * Shows the guidelines that matter when a ticket gets this status, each version once for an agent, a ticket and a status,
 * and none that they know. Null where there is nothing to show, or nobody knows yet: whoever changes the status goes on at once.
 */
export function askFirst(client: QueryClient, agentId: number, ticket: Pick<Ticket, 'number' | 'status'>, status: TicketStatus): Promise<boolean> | null {
  const at = asksAt(status);
  if (at === null || ticket.status === status) return null;
  const keyOf = ({ id, version }: AskedGuideline) => [agentId, ticket.number, status, id, version].join(':');
  const found = client.getQueryData(ticketGuidelinesOptions(ticket.number).queryKey)?.items.filter((each) => each.moments.includes(at) && !each.known && !shownBefore().has(keyOf(each)));
  return found && found.length > 0 ? ask({ number: ticket.number }, at, found, found.map(keyOf)) : null;
}

/** ms that a change of many waits for the guidelines that are being read; then it goes on. */
const patience = 2_000;

/** The same before many tickets are changed, once for all of them; it waits a moment where nobody knows yet. Without `tickets`: those of a whole view, of which nobody here knows each. */
export function askForMany(client: QueryClient, tickets: readonly Ticket[] | null, status: TicketStatus, brandId?: number): Promise<boolean> | null {
  const at = asksAt(status);
  const changed = tickets?.filter((ticket) => ticket.status !== status);
  if (at === null || changed?.length === 0) return null;
  const brands = (guideline: Guideline) => guideline.brand === null || brandId === undefined || guideline.brand.id === brandId;
  const read = client.getQueryData(askedGuidelinesOptions.queryKey);
  if (!read) return untilRead(client).then((isRead) => !isRead || (askForMany(client, tickets, status, brandId) ?? true));
  const found = read.filter((each) => !each.known && each.version.moments.includes(at) && (changed ? changed.some((ticket) => fits(each, ticket)) : brands(each)));
  if (found.length === 0) return null;
  return ask({ count: changed?.length ?? null }, at, found.map(({ id, name, brand, version }) => ({ id, version: version.version, name, brand, text: version.text })), []);
}

function untilRead(client: QueryClient): Promise<boolean> {
  const isRead = client.fetchQuery(askedGuidelinesOptions).then(() => true, () => false);
  return Promise.race([isRead, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience))]);
}

/** As the server judges it. Fields that the row does not have are taken to fit: better named once too often. */
export function fits({ brand, version: { conditions } }: Pick<Guideline, 'brand' | 'version'>, ticket: Ticket): boolean {
  const { kind, priority, channel, language, tag, fields } = conditions;
  if (brand !== null && brand.id !== ticket.brand.id) return false;
  if ((kind && !kind.includes(ticket.kind)) || (priority && !priority.includes(ticket.priority)) || (channel && !channel.includes(ticket.channel))) return false;
  if (language && !(ticket.language && language.includes(ticket.language))) return false;
  if (tag && !tag.some((each) => ticket.tags.includes(each))) return false;
  const held = ticket.fields;
  return !fields || !held || Object.keys(fields).every((key) => held[key] !== undefined);
}
