import { isLanguage, type Language } from '@ombud/i18n';

/** What a customer is told of an escalation where the brand has no words of its own. */
const builtIn: Record<Language, string> = {
  en: `Hello,

your case {{ticket.number}} has been passed to a specialist, who now looks into it. You need not do anything; we will be in touch as soon as we know more.

{{brand.name}}`,
  sv: `Hej!

Ditt ärende {{ticket.number}} har lämnats vidare till en specialist som tittar på det nu. Du behöver inte göra något; vi hör av oss så snart vi vet mer.

{{brand.name}}`,
  es: `Hola:

Su caso {{ticket.number}} ha pasado a un especialista, que lo está estudiando. No tiene que hacer nada; le escribiremos en cuanto sepamos más.

{{brand.name}}`,
  da: `Hej

Din sag {{ticket.number}} er givet videre til en specialist, som ser på den nu. Du behøver ikke gøre noget; vi vender tilbage, så snart vi ved mere.

{{brand.name}}`,
  pl: `Dzień dobry,

Państwa zgłoszenie {{ticket.number}} przekazaliśmy specjaliście, który już się nim zajmuje. Nie trzeba nic robić; odezwiemy się, gdy tylko będziemy wiedzieć więcej.

{{brand.name}}`,
};

/** In the customer's language where there are words in it, else in the brand's, else in English. */
export function builtInWords(...wanted: (string | null)[]): { language: string; body: string } {
  const language = wanted.find((each): each is Language => each !== null && isLanguage(each)) ?? 'en';
  return { language, body: builtIn[language] };
}
