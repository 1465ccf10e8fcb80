import type { QueryClient } from '@tanstack/react-query';
import { showToast } from '@ombud/ui';
import { say } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { remember } from '../../../lib/remembered.ts';
import { createStore } from '../../../lib/store.ts';
import { cancelMessage } from '../store/ticket-api.ts';
import { mergeEntries, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Message, MessageKind } from '../store/types.ts';
import { draftKey, htmlOfText, type DraftContent } from './draft-content.ts';

/** A text that comes back into the composer of its ticket; a composer that is not shown finds it in its storage. */
export const returnedTexts = createStore<{ ticket: number; kind?: MessageKind; content: DraftContent } | null>(null);

/** Takes a message back that has not gone out, with its text and files. False when it was too late. */
export async function takeBack(client: QueryClient, message: Message, agent: number): Promise<boolean> {
  try {
    await cancelMessage(message.id);
  } catch (error) {
    showToast({ title: say('composer.undo.tooLate'), description: problemText(error), tone: 'failed' });
    return false;
  }
  const content: DraftContent = { html: message.html ?? htmlOfText(message.text), cc: [], files: message.attachments };
  remember(draftKey(agent, message.ticket, 'public'), { ...content, savedAt: Date.now() });
  returnedTexts.set({ ticket: message.ticket, content });
  client.setQueryData<TimelineData>(ticketKeys.timeline(message.ticket), (data) =>
    data && message.delivery ? mergeEntries(data, [{ ...message, delivery: { ...message.delivery, status: 'cancelled', undo_until: null } }]) : data,
  );
  return true;
}
