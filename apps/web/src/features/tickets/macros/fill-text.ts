import type { Macro, PlaceholderValues } from './types.ts';

export type MacroText = Macro['texts'][number];

/** The text in the customer's language, else in the brand's, else the first there is; null of one that only acts. */
export function chooseText(macro: Macro, languages: readonly string[]): MacroText | null {
  const wanted = languages.map((language) => macro.texts.find((text) => text.language === language)).find((text) => text !== undefined);
  return wanted ?? macro.texts[0] ?? null;
}

const braces = /\{\{([^{}]{0,200})\}\}/g;

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

type Values = Pick<PlaceholderValues, 'values' | 'hours'>;

/** Puts the values in, as text and in one pass; what has no value on this ticket is named. */
export function fillText({ html, language }: Pick<MacroText, 'html' | 'language'>, given: Values): { html: string; empty: string[] } {
  return fill(html, language, given, escapeHtml);
}

/** The same of a text's words alone, for a line in a list. */
export function fillWords({ text, language }: Pick<MacroText, 'text' | 'language'>, given: Values): string {
  return fill(text, language, given, (value) => value).html;
}

/** The same of plain text, which colleagues read. */
export function fillNote(note: string, given: Values): string {
  return fill(note, null, given, (value) => value).html;
}

export const hasPlaceholders = (text: string | undefined) => text !== undefined && text.includes('{{');

function fill(text: string, language: string | null, { values, hours }: Values, written: (value: string) => string): { html: string; empty: string[] } {
  const known = new Map<string, string>(values.map(({ name, value }) => [name, value]));
  const ofLanguage = hours.find((each) => each.language === language);
  if (ofLanguage) known.set('desk.hours', ofLanguage.value);
  const empty = new Set<string>();
  const filled = text.replace(braces, (whole, inner: string) => {
    const name = inner.trim();
    const value = known.get(name);
    if (value === undefined) return whole;
    if (value === '') empty.add(name);
    return written(value);
  });
  return { html: filled, empty: [...empty] };
}
