import type { DemoLanguage, LanguageTexts, SituationTexts } from '../texts/texts.types.ts';
import { dayInWords, workingDay } from './moments.ts';
import type { Random } from './random.ts';

/** The facts of one case, the same in every message of it. */
export type Facts = Record<'name' | 'first' | 'agent' | 'brand' | 'product' | 'order' | 'amount' | 'day' | 'later' | 'street' | 'ref' | 'colleague', string>;

export function createFacts(random: Random, texts: LanguageTexts, given: { language: DemoLanguage; start: Date; name: string; brand: string; street: string; product: string }): Facts {
  const { language, start, name, brand, street, product } = given;
  const amount = language === 'sv' || language === 'da' || language === 'pl' ? random.between(19, 89) * 10 + 9 : random.between(18, 94);
  return {
    name: random.chance(0.7) ? name : (name.split(' ')[0] ?? name),
    first: name.split(' ')[0] ?? name,
    agent: '',
    brand,
    product,
    order: `LH-${random.between(20_417, 68_930)}`,
    amount: texts.currency.replace('{n}', String(amount)),
    day: dayInWords(language, new Date(start.getTime() - random.between(1, 5) * 86_400_000)),
    later: dayInWords(language, workingDay(start, random.between(6, 11))),
    street,
    ref: `${random.pick(['SK', 'NL', 'R', 'K'])}${random.between(104_210, 987_640)}`,
    colleague: '',
  };
}

export function fill(text: string, facts: Facts): string {
  return text.replace(/\{([a-z]{1,12})\}/g, (whole, key: string) => (Object.hasOwn(facts, key) ? facts[key as keyof Facts] : whole));
}

export type OpeningIndex = 0 | 1 | 2;

/** Greeting, what it is about with up to two details, and a closing. */
export function customerOpens(random: Random, texts: LanguageTexts, situation: SituationTexts, facts: Facts): { text: string; opening: OpeningIndex } {
  const opening = random.pick([0, 1, 2] as const);
  const first = random.pick(situation.details);
  const others = situation.details.filter((detail) => detail !== first);
  const details = [[], [first], [first, random.pick(others)]][random.weighted([0, 1, 2], (count) => [1, 3, 2][count]!)]!; // three entries each
  const body = [situation.openings[opening], ...details];
  const paragraphs = details.length > 1 && random.chance(0.5) ? [body[0], body.slice(1).join(' ')].join('\n\n') : body.join(' ');
  return { text: fill(`${random.pick(texts.greetings)}\n\n${paragraphs}\n\n${random.pick(texts.closings)}`, facts), opening };
}

/** A short answer, signed or not. */
export function customerSays(random: Random, texts: LanguageTexts, text: string, facts: Facts): string {
  const greeting = random.chance(0.4) ? `${random.pick(texts.greetings)}\n\n` : '';
  const closing = random.chance(0.5) ? `\n\n${facts.first}` : random.chance(0.3) ? `\n\n${random.pick(texts.closings)}` : '';
  return fill(`${greeting}${text}${closing}`, facts);
}

export function agentSays(random: Random, texts: LanguageTexts, text: string, facts: Facts): string {
  return fill(`${random.pick(texts.agentGreetings)}\n\n${text}\n\n${random.pick(texts.agentClosings)}`, facts);
}
