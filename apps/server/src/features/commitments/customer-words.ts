import { createFormats, isLanguage, type Language } from '@ombud/i18n';
import type { DueTime } from '../commitment-rows/index.ts';

/** What we write to customers about a promise by ourselves, each in their language. */
type Words = { moved: string; byDay: string };

const words: Record<Language, Words> = {
  en: {
    moved: 'Hello{name},\n\nwe had promised you: {what}\nDue: {from}\n\nThe new time is {to}. We are sorry for the change.',
    byDay: '{day} (by the end of the day)',
  },
  sv: {
    moved: 'Hej{name}!\n\nVi hade lovat dig: {what}\nSenast: {from}\n\nDen nya tiden är {to}. Vi beklagar ändringen.',
    byDay: '{day} (senast vid dagens slut)',
  },
  es: {
    moved: 'Hola{name}:\n\nLe habíamos prometido: {what}\nPlazo: {from}\n\nEl nuevo plazo es {to}. Lamentamos el cambio.',
    byDay: '{day} (antes de que acabe el día)',
  },
  da: {
    moved: 'Hej{name}\n\nVi havde lovet dig: {what}\nSenest: {from}\n\nDet nye tidspunkt er {to}. Vi beklager ændringen.',
    byDay: '{day} (inden dagens udgang)',
  },
  pl: {
    moved: 'Dzień dobry{name},\n\nobiecaliśmy: {what}\nTermin: {from}\n\nNowy termin to {to}. Przepraszamy za zmianę.',
    byDay: '{day} (do końca dnia)',
  },
};

/** The customer's language where we have words in it, else the brand's, else English. */
export function languageFor(...wanted: (string | null)[]): Language {
  return wanted.find((each): each is Language => each !== null && isLanguage(each)) ?? 'en';
}

/** When it is due as a customer reads it: "Thu 3 Dec 2026, 15:00 CET", a slot from its beginning, a day as such. */
export function dueWords({ due_at, due_on, starts_at }: DueTime, language: Language, timeZone: string): string {
  const formats = createFormats(language, timeZone);
  if (due_on) return words[language].byDay.replace('{day}', () => formats.day(due_on));
  return starts_at ? `${formats.fullDateTime(starts_at)} – ${formats.time(due_at)}` : formats.fullDateTime(due_at);
}

type Moved = { customer: string; what: string; from: DueTime; to: DueTime };

export function movedText({ customer, what, from, to }: Moved, language: Language, timeZone: string): string {
  const values: Record<string, string> = { name: customer && ` ${customer}`, what, from: dueWords(from, language, timeZone), to: dueWords(to, language, timeZone) };
  return words[language].moved.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
