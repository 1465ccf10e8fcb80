import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { detectLanguage } from '../../platform/mail/reading/language.ts';
import { inlineFileCid, sanitizeComposerHtml } from '../../platform/mail/reading/render-safe.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';

export type WrittenText = {
  text: string;
  html: string | null;
  language: string | null;
  /** Colleagues named in it, by id; in notes only. */
  mentions: number[];
  /** Uploaded pictures that stand in it, with their Content-IDs. */
  inline: Map<number, string>;
};

const mostMentions = 50;
const mostPictures = 100;

/**
 * What somebody wrote in a composer or sent to the API: cleaned HTML, its plain text, its language.
 * @throws Problem invalid_input when cleaning leaves nothing
 */
export function writtenText(body: { text?: string; html?: string }, { note = false } = {}): WrittenText {
  const html = body.html?.trim() ? sanitizeComposerHtml(body.html, { mentions: note }) : null;
  const text = body.text?.trim() ? body.text.replaceAll('\r\n', '\n').trimEnd() : htmlToText(html ?? '').trim();
  if (text === '' && !/<img\b/i.test(html ?? '')) throw fieldProblem(body.html ? 'html' : 'text', 'too_small', 'text or html is needed');
  const mentions = note ? idsIn(html, / data-mention="(\d{1,16})"/g, mostMentions) : [];
  const inline = new Map(idsIn(html, / src="cid:file-(\d{1,16})@inline\.ombud"/g, mostPictures).map((id) => [id, inlineFileCid(id)]));
  return { text, html, language: detectLanguage(text), mentions, inline };
}

function idsIn(html: string | null, pattern: RegExp, most: number): number[] {
  if (html === null) return [];
  return [...new Set(Array.from(html.matchAll(pattern), ([, id]) => Number(id)))].slice(0, most);
}
