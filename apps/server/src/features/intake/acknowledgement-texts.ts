import type { AnswerTexts } from './receive.queries.ts';

/** What an acknowledgement says where the brand has no words of its own. */
const builtIn: Record<string, string> = {
  en: `Hello,

We have received your message and will answer as soon as we can. Your case has the number {{ticket.number}}.

If you want to add something, simply answer this mail.

{{brand.name}}`,
  sv: `Hej!

Vi har fått ditt meddelande och svarar så snart vi kan. Ditt ärende har nummer {{ticket.number}}.

Vill du tillägga något är det bara att svara på det här mejlet.

{{brand.name}}`,
  es: `Hola:

Hemos recibido su mensaje y le responderemos lo antes posible. Su caso tiene el número {{ticket.number}}.

Si quiere añadir algo, basta con responder a este correo.

{{brand.name}}`,
  da: `Hej

Vi har modtaget din besked og svarer, så snart vi kan. Din sag har nummer {{ticket.number}}.

Vil du tilføje noget, kan du blot svare på denne mail.

{{brand.name}}`,
  pl: `Dzień dobry,

otrzymaliśmy Państwa wiadomość i odpowiemy najszybciej, jak to możliwe. Zgłoszenie ma numer {{ticket.number}}.

Aby coś dodać, wystarczy odpowiedzieć na tę wiadomość.

{{brand.name}}`,
};

/**
 * The words in the customer's language if the brand has them, else in the brand's own; the built-in ones only where the
 * brand has written none.
 */
export function chooseAcknowledgement(brand: Pick<AnswerTexts, 'default_language' | 'texts'>, language: string | null): { language: string; subject: string; body: string } {
  const own = (wanted: string | null) => brand.texts.find((text) => text.language === wanted);
  const ours = (wanted: string | null) => (wanted !== null && Object.hasOwn(builtIn, wanted) ? { language: wanted, subject: '', body: builtIn[wanted] as string } : undefined);
  const written = own(language) ?? own(brand.default_language) ?? brand.texts[0];
  return written ?? ours(language) ?? ours(brand.default_language) ?? { language: 'en', subject: '', body: builtIn['en'] as string };
}
