import type { Message } from '../store/types.ts';

export type Body = 'text' | 'rich' | 'mail';

/** How much shorter the new part has to be before we say that the rest is quoted */
const worthFolding = 20;

export function hasQuotedText({ text, reply_text }: Pick<Message, 'text' | 'reply_text'>): boolean {
  return reply_text.trim() !== '' && text.trim().length - reply_text.trim().length >= worthFolding;
}

/** The part of `text` that `reply_text` leaves out, for the fold below it; the whole when it was cut in several places. */
export function quotedPart({ text, reply_text }: Pick<Message, 'text' | 'reply_text'>): string {
  const fresh = reply_text.trim();
  const start = text.indexOf(fresh);
  return start >= 0 && text.slice(0, start).trim() === '' ? text.slice(start + fresh.length).replace(/^\n+/, '') : text;
}

/**
 * What an agent wrote in our editor is shown as such. Of mail from outside, the words alone are the calm default; its
 * layout is shown when it has one that says more than the words, and the quotes in it can be folded.
 */
export function chooseBody(message: Message, mail: { meaningful: boolean; hasQuote: boolean } | null): Body {
  if (message.author.type === 'agent') return message.html ? (mail ? 'mail' : 'rich') : 'text';
  if (!message.html || !mail?.meaningful) return 'text';
  if (message.text.trim() === '') return 'mail';
  return hasQuotedText(message) && !mail.hasQuote ? 'text' : 'mail';
}
