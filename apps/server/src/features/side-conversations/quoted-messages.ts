import { fieldProblem } from '../../platform/errors/problem.ts';
import { inlineFileCid } from '../../platform/mail/reading/render-safe.ts';
import { quoteWords } from './quote-words.ts';
import type { QuotedFile, QuotedRow } from './side-conversations.queries.ts';

/** Characters of HTML; what is longer is better passed on as a file. */
const longest = 4_000_000;

export type Quote = { text: string; html: string; /** Pictures that stand in it, by file, with the Content-IDs that it uses. */ inline: Map<number, string> };

/**
 * Messages as they stand under a forward, oldest first. Their HTML is the cleaned one that we keep, in the mark by which
 * mail programs, and our own thread, fold what is quoted. Remote images stay held back on our screens.
 * @throws Problem invalid_input when they are too long together
 */
export function quoteMessages(messages: readonly QuotedRow[], pictures: readonly QuotedFile[], language: string, timeZone: string): Quote {
  const words = quoteWords(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const inline = new Map<number, string>();
  const parts = messages.map((message) => {
    const head: [string, string][] = [
      [words.from, address({ name: message.from_name, address: message.from_address })],
      [words.date, dates.format(message.created_at)],
      [words.subject, message.subject],
      [words.to, message.recipients_to.map(address).join(', ')],
    ];
    const lines = head.filter(([, value]) => value !== '');
    const body = message.html === null ? `<p>${textHtml(message.text.trim())}</p>` : placePictures(message, pictures, inline);
    return {
      text: `---------- ${words.forwarded} ----------\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${message.text.trim()}\n`,
      html: `<div class="gmail_quote"><p>---------- ${words.forwarded} ----------<br>${lines.map(([name, value]) => `<b>${escaped(name)}:</b> ${escaped(value)}`).join('<br>')}</p>${body}</div>`,
    };
  });
  const html = parts.map((part) => part.html).join('\n');
  if (html.length > longest) throw fieldProblem('quote', 'too_long', 'These messages are too long to be quoted together');
  return { text: parts.map((part) => part.text).join('\n'), html, inline };
}

/** Content-IDs are unique in one mail only, so each picture is named anew by its file. */
function placePictures(message: QuotedRow, pictures: readonly QuotedFile[], inline: Map<number, string>): string {
  let html = message.html ?? '';
  for (const { message_id, file_id, content_id } of pictures) {
    if (message_id !== message.id) continue;
    const shown = escaped(content_id);
    for (const source of [` data-cid="${shown}"`, ` src="cid:${shown}"`]) {
      if (!html.includes(source)) continue;
      inline.set(file_id, inlineFileCid(file_id));
      html = html.replaceAll(source, ` data-cid="${inlineFileCid(file_id)}"`);
    }
  }
  return html;
}

function address({ name, address: mail }: { name: string; address: string }): string {
  return name && mail ? `${name} <${mail}>` : name || mail;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function textHtml(text: string): string {
  return escaped(text).replaceAll(/\r?\n/g, '<br>');
}
