import type { DemoLanguage } from './texts.types.ts';

/** What was promised, handed over and said of us in the demo. What customers read or say is in their language. */

type InEach = Record<DemoLanguage, string>;

export const promises: { today: InEach; tomorrow: InEach; call: InEach } = {
  today: {
    en: 'We tell you today what we have found out', sv: 'Vi hör av oss i dag med vad vi har kommit fram till', es: 'Hoy te decimos lo que hemos averiguado', da: 'Vi fortæller dig i dag, hvad vi har fundet ud af', pl: 'Dziś przekażemy, co udało się ustalić',
  },
  tomorrow: {
    en: 'You have a date from us by tomorrow', sv: 'Du får ett datum av oss senast i morgon', es: 'Mañana como tarde tendrás una fecha', da: 'Du får en dato fra os senest i morgen', pl: 'Najpóźniej jutro podamy termin',
  },
  call: {
    en: 'We call you tomorrow and go through it together', sv: 'Vi ringer dig i morgon och går igenom det tillsammans', es: 'Te llamamos mañana y lo vemos juntos', da: 'Vi ringer til dig i morgen og gennemgår det sammen', pl: 'Jutro zadzwonimy i omówimy to wspólnie',
  },
};

export const handOver = {
  known: '• The customer has described it well, and answers quickly.\n• No other case of theirs is open, and none that I know is like it.',
  tried: '• Everything on the checklist of the first line.\n• Asked in the team: nobody has seen it before.',
  promised: '• The customer hears from us today, whatever we know by then.',
  question: 'Can you see what we are missing? If it has to be somebody on the spot, please say so, and I arrange it.',
};

export const asked = 'Has anybody had one like this in the last weeks? I would rather not ask the customer for the same things twice.';

export const compliment = 'She wanted us to know that she has never been helped so kindly, and that she understood every word.';
export const complaint = {
  text: 'He says that he was cut short on the phone when he asked why nobody had called him back, and that he was told to “just wait like everybody else”.',
  wants: 'An apology, and somebody else to look after his case.',
  note: 'Listened to what was said with the team. Talk to both of them before the week is over.',
};

export const praise: InEach = { en: 'Quick and friendly, thank you!', sv: 'Snabbt och vänligt, tack!', es: 'Rápidos y amables, ¡gracias!', da: 'Hurtigt og venligt, tak!', pl: 'Szybko i życzliwie, dziękuję!' };
export const lowScore: InEach = {
  en: 'I had to explain the same thing three times, to three different people.',
  sv: 'Jag fick förklara samma sak tre gånger, för tre olika personer.',
  es: 'Tuve que explicar lo mismo tres veces a tres personas distintas.',
  da: 'Jeg måtte forklare det samme tre gange til tre forskellige.',
  pl: 'Trzy razy tłumaczyłem to samo trzem różnym osobom.',
};
export const followUp = 'Low score (2 of 5): get in touch with the customer';
