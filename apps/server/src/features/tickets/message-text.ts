import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { detectLanguage } from '../../platform/mail/reading/language.ts';
import { sanitizeComposerHtml } from '../../platform/mail/reading/render-safe.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';

export type WrittenText = { text: string; html: string | null; language: string | null };

/**
 * What somebody wrote in a composer or sent to the API: cleaned HTML, its plain text, its language.
 * @throws Problem invalid_input when cleaning leaves nothing
 */
export function writtenText(body: { text?: string; html?: string }): WrittenText {
  const html = body.html?.trim() ? sanitizeComposerHtml(body.html) : null;
  const text = body.text?.trim() ? body.text.replaceAll('\r\n', '\n').trimEnd() : htmlToText(html ?? '').trim();
  if (text === '' && !/<img\b/i.test(html ?? '')) throw fieldProblem(body.html ? 'html' : 'text', 'too_small', 'text or html is needed');
  return { text, html, language: detectLanguage(text) };
}
