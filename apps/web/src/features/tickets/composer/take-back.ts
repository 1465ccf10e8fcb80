import type { QueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { say } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { createStore } from '../../../lib/store.ts';
import { cancelMessage } from '../store/ticket-api.ts';
import { mergeEntries, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Message, MessageKind } from '../store/types.ts';
import { sidesOptions } from '../side/side-queries.ts';
import { sideRoom } from '../side/side-room.ts';
import { draftKey, emptyDraft, htmlOfText, inFrontOf, readStoredDraft, type DraftContent, type DraftPlace } from './draft-content.ts';
import { picturesOfMessage } from './inline-images.ts';

/** A text that comes back into the composer of its ticket; a composer that is not shown finds it in its storage. */
export const returnedTexts = createStore<{ ticket: number; kind?: MessageKind; content: DraftContent } | null>(null);

/** A text that has gone out after all, from a composer that may have been left and opened again: whichever is shown lets go of it. */
export const sentTexts = createStore<{ ticket: number; kind: MessageKind; content: DraftContent } | null>(null);

/** Puts a text back where it was written; nothing that has been written there since is lost. */
export function giveBack(agent: number, ticket: number, kind: MessageKind, content: DraftContent): void {
  const key = draftKey(agent, ticket, kind);
  const since = readStoredDraft(readRemembered(key));
  remember(key, { ...inFrontOf(content, since ?? emptyDraft), savedAt: Date.now(), seen: since?.seen ?? null });
  returnedTexts.set({ ticket, kind, content });
}

type Along = Pick<DraftContent, 'changes' | 'macros'>;

/** What a message said, and to whom, in the composer again. */
export function putBack(message: Message, agent: number, along: Along = emptyDraft): void {
  const content: DraftContent = {
    ...emptyDraft,
    html: message.html ? picturesOfMessage(message.html, message.attachments) : htmlOfText(message.text),
    to: message.to, cc: message.cc, bcc: message.bcc, files: message.attachments, changes: along.changes, macros: along.macros,
  };
  giveBack(agent, message.ticket, 'public', content);
}

/** Takes a message back that has not gone out, with its text and files, and what was to be done along with it. False when it was too late. */
export async function takeBack(client: QueryClient, message: Message, agent: number, along: Along = emptyDraft): Promise<boolean> {
  try {
    await cancelMessage(message.id);
  } catch (error) {
    showToast({ title: say('composer.undo.tooLate'), description: problemText(error), tone: 'failed' });
    return false;
  }
  putBack(message, agent, along);
  client.setQueryData<TimelineData>(ticketKeys.timeline(message.ticket), (data) =>
    data && message.delivery ? mergeEntries(data, [{ ...message, delivery: { ...message.delivery, status: 'cancelled', undo_until: null } }]) : data,
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
