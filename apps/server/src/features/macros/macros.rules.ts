import { fieldProblem, Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { sanitizeComposerHtml } from '../../platform/mail/reading/render-safe.ts';
import { tidyPlaceholders, unknownPlaceholders } from '../placeholders/index.ts';
import type { MacroActions } from '../actions/index.ts';

export type MacroText = { language: string; html: string; text: string };

/**
 * Texts as they are stored: cleaned, blank ones left out.
 * @throws Problem invalid_input that names the text: an unknown placeholder, one within a link's address, a language twice
 */
export function readTexts(given: readonly { language: string; html: string }[]): MacroText[] {
  const problems: FieldProblem[] = [];
  const texts = given.map(({ language, html: raw }, index): MacroText => {
    const html = sanitizeComposerHtml(tidyPlaceholders(raw));
    const bare = html.replace(/<[^>]*>/g, '');
    const found = [...unknownPlaceholders(bare), ...(html.match(/<[^>]*\{\{[^>]*>/g) ?? [])];
    // Braces that only meet once the formatting between them is gone would never be filled in.
    if (found.length === 0 && countBraces(bare) !== countBraces(html)) found.push('A formatted brace');
    for (const each of new Set(found)) problems.push({ field: `texts.${index}.html`, code: 'unknown_placeholder', message: `${each.slice(0, 200)} is not a placeholder` });
    if (given.findIndex((other) => other.language === language) < index) problems.push({ field: `texts.${index}.language`, code: 'duplicate', message: `There is a second text in ${language}` });
    return { language, html, text: htmlToText(html).trim() };
  });
  if (problems.length > 0) throw new Problem('invalid_input', problems.slice(0, 20).map(({ field, message }) => `${field}: ${message}`).join('; '), problems.slice(0, 20));
  return texts.filter(({ text, html }) => text !== '' || /<img\b/i.test(html)).toSorted((one, other) => one.language.localeCompare(other.language, 'en'));
}

const countBraces = (text: string): number => text.split('{{').length + text.split('}}').length;

/** Webhooks are the desk's: whoever leads says which is told. @throws Problem invalid_input (actions.webhook) for an own one that tells one */
export function refuseOwnWebhook(ownerId: number | null, { webhook }: MacroActions): void {
  if (ownerId !== null && webhook !== undefined) throw fieldProblem('actions.webhook', 'only_shared', 'Only a shared macro tells a webhook');
}

/** @throws Problem invalid_input (texts) for one that neither says nor does anything */
export function refuseEmpty(texts: readonly unknown[], actions: MacroActions): void {
  if (texts.length === 0 && Object.keys(actions).length === 0) throw fieldProblem('texts', 'says_nothing', 'A macro has a text, an action, or both');
}
