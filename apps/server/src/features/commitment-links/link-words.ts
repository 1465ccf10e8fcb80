import { isLanguage, type Language } from '@ombud/i18n';

/** What stands before the link in a mail, in the customer's language. */
const words: Record<Language, string> = {
  en: 'See what we promised, or propose another time:',
  sv: 'Se vad vi har lovat eller föreslå en annan tid:',
  es: 'Vea lo que le hemos prometido o proponga otra hora:',
  da: 'Se, hvad vi har lovet, eller foreslå et andet tidspunkt:',
  pl: 'Tu można zobaczyć, co obiecaliśmy, lub zaproponować inny termin:',
};

export function linkWords(language: string | null): string {
  return words[language !== null && isLanguage(language) ? language : 'en'];
}
