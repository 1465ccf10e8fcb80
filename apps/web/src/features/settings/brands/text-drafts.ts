import type { BrandTexts, BrandTextsInput } from '../types.ts';

/** What one language says: the acknowledgement with its subject, the signature, and what customers are told of an escalation. Empty means none. */
export interface LanguageTexts {
  language: string;
  subject: string;
  acknowledgement: string;
  signature: string;
  escalation: string;
}

/** The stored list as one entry per language, the brand's own first. */
export function toLanguages(texts: BrandTexts['texts'], first: string): LanguageTexts[] {
  const codes = [...new Set([first, ...texts.map(({ language }) => language)])];
  return codes.map((language) => {
    const find = (kind: 'acknowledgement' | 'signature' | 'escalation') => texts.find((text) => text.language === language && text.kind === kind);
    const acknowledgement = find('acknowledgement');
    return { language, subject: acknowledgement?.subject ?? '', acknowledgement: acknowledgement?.body ?? '', signature: find('signature')?.body ?? '', escalation: find('escalation')?.body ?? '' };
  });
}

/** Where in the fields of a language what the server refused stands, as `pl.signature`; it goes by the place in the list that was sent. */
export function fieldOfText(languages: readonly LanguageTexts[], refused: string): string | null {
  const [, place, part] = /^texts\.(\d+)\.(\w+)$/.exec(refused) ?? [];
  const text = toTexts(languages)[Number(place)];
  return text ? `${text.language}.${text.kind === 'acknowledgement' && part === 'subject' ? 'subject' : text.kind}` : null;
}

/** Back to the list that the server takes; what is empty is left out and so removed. */
export function toTexts(languages: readonly LanguageTexts[]): BrandTextsInput['texts'] {
  return languages.flatMap(({ language, subject, acknowledgement, signature, escalation }) => [
    ...(acknowledgement.trim() === '' ? [] : [{ kind: 'acknowledgement' as const, language, subject: subject.trim(), body: acknowledgement }]),
    ...(escalation.trim() === '' ? [] : [{ kind: 'escalation' as const, language, subject: '', body: escalation }]),
    ...(signature.trim() === '' ? [] : [{ kind: 'signature' as const, language, subject: '', body: signature }]),
  ]);
}
