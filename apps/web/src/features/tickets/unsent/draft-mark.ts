import { readRemembered, remember } from '../../../lib/remembered.ts';
import { draftKey, emptyDraft, isEmptyDraft, readStoredDraft } from '../composer/draft-content.ts';
import type { Unsent } from './send-once.ts';

/** Two clocks may differ by so much, ms. */
const skew = 5 * 60_000;

/** While a message waits, the server still keeps its draft: an empty one that is newer stands in its way. */
export function hideDraft(action: Unsent): void {
  if (action.kind !== 'message') return;
  const key = draftKey(action.agent, action.ticket, action.body.kind);
  const since = readStoredDraft(readRemembered(key));
  // What has been begun there since stands in its way as well, and must not be lost.
  if (since && !isEmptyDraft(since) && since.savedAt > action.madeAt) return;
  remember(key, { ...emptyDraft, savedAt: Date.now() + skew });
}

export function showDraft(action: Unsent): void {
  if (action.kind !== 'message' && action.kind !== 'discard') return;
  const key = draftKey(action.agent, action.ticket, action.body.kind);
  const stored = readStoredDraft(readRemembered(key));
  if (!stored || !isEmptyDraft(stored)) return;
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that is closed holds nothing.
  }
}
