import { showToast } from '@ombud/ui';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { say, sayTime } from '../../../lib/i18n.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { tellUnapproved } from '../steps/steps-store.ts';
import { customerOptions } from '../store/people.ts';
import type { TicketDetail } from '../store/types.ts';
import { pendingOffer } from './pending-offer.ts';
import { isUnkept, promisesOptions, type NewPromise } from './promise-queries.ts';
import { ownText } from './own-text.ts';
import { makePromise, refreshPromises } from './use-promises.ts';
import { noticePromise, type Noticed } from './when/notice-promise.ts';

interface Sent {
  ticket: TicketDetail;
  message: { id: number; kind: string };
  html: string;
  me: { id: number; time_zone: string };
}

/** ms: as long as the eye comes back to it. */
const shownFor = 20_000;

/**
 * After something was written, and never before: asks whether a promise in it shall be kept as one, or else whether it keeps
 * one that is open. Answers a function that takes the question away, for a message that is taken back.
 */
export function askAfterSend(client: QueryClient, sent: Sent): () => void {
  const noticed = sent.message.kind === 'public' ? noticePromise(ownText(sent.html), { now: new Date(), zone: sent.me.time_zone, first: sent.ticket.language }) : null;
  if (noticed) return offer(say('commitments.noticed', { when: whenText(noticed) }), noticed.text, 'commitments.noticed.keep', () => void keepNoticed(client, sent, noticed));
  const open = client.getQueryData(promisesOptions(sent.ticket.number).queryKey)?.find((each) => isUnkept(each) && each.owner?.id === sent.me.id);
  if (!open) return () => undefined;
  return offer(say('commitments.keptAsk'), open.text, 'commitments.keep', () => void sayKept(client, sent.ticket.number, open));
}

function offer(title: string, description: string, label: 'commitments.noticed.keep' | 'commitments.keep', accept: () => void): () => void {
  const forget = () => {
    if (pendingOffer.get() === run) pendingOffer.set(null);
  };
  const run = () => {
    close();
    forget();
    accept();
  };
  const close = showToast({ id: 'promise-offer', title, description, timeout: shownFor, onExpire: forget, action: { label: say(label), keys: 'y', run } });
  pendingOffer.set(run);
  return () => {
    close();
    forget();
  };
}

function whenText({ when }: Noticed): string {
  return 'day' in when ? sayTime(new Date(`${when.day}T12:00:00`)).replace(/,.*$/, '') : sayTime(when.at);
}

async function keepNoticed(client: QueryClient, { ticket, message }: Sent, { text, when, isCall }: Noticed): Promise<void> {
  const phone = isCall ? client.getQueryData(customerOptions(ticket.requester.id).queryKey)?.addresses.find(({ kind }) => kind === 'phone')?.shown : undefined;
  const due = 'day' in when ? { due: when.day } : { due: when.at.toISOString(), ...(when.from && phone && { from: when.from.toISOString() }) };
  const body: NewPromise = { text, ...due, ...(phone && { kind: 'callback' as const, phone }), source: 'noticed', message: message.id };
  try {
    await makePromise(client, ticket.number, body);
  } catch (error) {
    if (!tellUnapproved(ticket.number, { make_promise: body }, error)) toastProblem(error);
  }
}

async function sayKept(client: QueryClient, number: number, { id, text }: { id: number; text: string }): Promise<void> {
  const path = { number, commitment: id };
  try {
    await api.post('/api/v1/tickets/{number}/commitments/{commitment}/keep', { path });
    refreshPromises(client, number);
    offerUndo(say('commitments.done.kept', { text }), () => void api.post('/api/v1/tickets/{number}/commitments/{commitment}/reopen', { path }).then(() => refreshPromises(client, number), (error: unknown) => toastProblem(error)));
  } catch (error) {
    toastProblem(error);
  }
}
