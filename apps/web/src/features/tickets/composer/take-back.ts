import type { QueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { say } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { createStore } from '../../../lib/store.ts';
import { cancelMessage } from '../store/ticket-api.ts';
import { mergeEntries, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Message, MessageKind, TicketDetail } from '../store/types.ts';
import { sidesOptions } from '../side/side-queries.ts';
import { sideRoom } from '../side/side-room.ts';
import { draftKey, emptyDraft, htmlOfText, inFrontOf, readStoredDraft, restoreDraft, withoutAsked, type DraftContent, type DraftPlace } from './draft-content.ts';
import { stillToDo } from '../macros/pending-changes.ts';
import { picturesOfMessage } from './inline-images.ts';

/** A text that comes back into the composer of its ticket; a composer that is not shown finds it in its storage. */
export const returnedTexts = createStore<{ ticket: number; kind?: MessageKind; content: DraftContent } | null>(null);

/** A text that has gone out after all, from a composer that may have been left and opened again: whichever is shown lets go of it. */
export const sentTexts = createStore<{ ticket: number; kind: MessageKind; content: DraftContent } | null>(null);

/** What was to be done along with a text is asked for by itself now: whichever composer is shown drops it. */
export const askedChanges = createStore<{ ticket: number; kind: MessageKind; changes: DraftContent['changes'] } | null>(null);

/** Drops it from what is kept, too, for a composer that is not shown now. */
export function dropAsked(client: QueryClient, agent: number, ticket: number, kind: MessageKind, changes: DraftContent['changes']): void {
  const key = draftKey(agent, ticket, kind);
  const { content, seen } = restoreDraft(kind, client.getQueryData<TicketDetail>(ticketKeys.detail(ticket))?.drafts ?? [], readStoredDraft(readRemembered(key)));
  remember(key, { ...content, changes: withoutAsked(content.changes, changes), savedAt: Date.now(), seen });
  askedChanges.set({ ticket, kind, changes });
}

/** Puts a text back where it was written; nothing that has been written there since is lost. */
export function giveBack(agent: number, ticket: number, kind: MessageKind, content: DraftContent): void {
  const key = draftKey(agent, ticket, kind);
  const since = readStoredDraft(readRemembered(key));
  remember(key, { ...inFrontOf(content, since ?? emptyDraft), savedAt: Date.now(), seen: since?.seen ?? null });
  returnedTexts.set({ ticket, kind, content });
}

type Along = Pick<DraftContent, 'changes' | 'macros'>;

/** What a message said, and to whom, in the composer again, with what was to be done along with it. */
function putBack(message: Message, agent: number, along: Along): void {
  const content: DraftContent = {
    ...emptyDraft,
    html: message.html ? picturesOfMessage(message.html, message.attachments) : htmlOfText(message.text),
    to: message.to, cc: message.cc, bcc: message.bcc, files: message.attachments, changes: along.changes, macros: along.macros,
  };
  giveBack(agent, message.ticket, 'public', content);
}

/** Somebody has acted on the escalation, or the webhook has been told: neither is to be done once more. */
function withoutWhatStays({ escalate, webhook, ...changes }: DraftContent['changes'], tookBack: DraftContent['changes']): DraftContent['changes'] {
  return { ...changes, ...(escalate && tookBack.escalate && { escalate }), ...(webhook !== undefined && tookBack.webhook !== undefined && { webhook }) };
}

/**
 * Takes a message back that has not gone out, with its text and files, and what was to be done along with it: as the composer knows it that it came from,
 * else what the server took back beside it and the ticket does not hold by now. False when it was too late. A reply that the server has stopped comes back the same way.
 */
export async function takeBack(client: QueryClient, message: Message, agent: number, known?: Along): Promise<boolean> {
  let along: Along;
  try {
    const tookBack = await cancelMessage(message.id);
    const ticket = client.getQueryData<TicketDetail>(ticketKeys.detail(message.ticket));
    along = known ? { ...known, changes: withoutWhatStays(known.changes, tookBack.changes) } : { ...tookBack, changes: ticket ? stillToDo(tookBack.changes, ticket) : tookBack.changes };
  } catch (error) {
    showToast({ title: say('composer.undo.tooLate'), description: problemText(error), tone: 'failed' });
    return false;
  }
  putBack(message, agent, along);
  client.setQueryData<TimelineData>(ticketKeys.timeline(message.ticket), (data) =>
    data && message.delivery && message.delivery.status !== 'cancelled' ? mergeEntries(data, [{ ...message, delivery: { ...message.delivery, status: 'cancelled', undo_until: null } }]) : data,
  );
  return true;
}

/** Takes back what was written to somebody beside the customer, and opens the room that it was written in with its text. */
export async function takeBackSide(client: QueryClient, message: Message, agent: number): Promise<void> {
  try {
    await cancelMessage(message.id);
  } catch (error) {
    showToast({ title: say('composer.undo.tooLate'), description: problemText(error), tone: 'failed' });
    return;
  }
  await putBackSide(client, message, agent);
}

/** What was written to them, in its room again. */
export async function putBackSide(client: QueryClient, message: Message, agent: number): Promise<void> {
  const sides = await client.fetchQuery({ ...sidesOptions(message.ticket), staleTime: 0 });
  const going = sides.find(({ id }) => id === message.side);
  const [own = '', quote] = (message.html ?? htmlOfText(message.text)).split('<div class="gmail_quote">', 2);
  const place: DraftPlace = going ? `side-${going.id}` : quote === undefined ? 'side' : 'forward';
  const html = picturesOfMessage(own.trim(), message.attachments);
  const content: DraftContent = { ...emptyDraft, html, bcc: message.bcc, ...(going ? {} : { to: message.to, cc: message.cc, subject: message.subject }), files: message.attachments.filter((file) => !file.inline) };
  remember(draftKey(agent, message.ticket, place), { ...content, savedAt: Date.now(), seen: null });
  void client.invalidateQueries({ queryKey: ticketKeys.timeline(message.ticket) });
  const at = { ticket: message.ticket, stamp: Date.now() };
  sideRoom.set(going ? { ...at, kind: 'conversation', id: going.id } : place === 'forward' ? { ...at, kind: 'forward', message: null } : { ...at, kind: 'question' });
}
