import { createRandom } from '../apps/server/src/features/demo/plan/random.ts';
import { languageTexts } from '../apps/server/src/features/demo/texts/languages.ts';
import type { DemoLanguage } from '../apps/server/src/features/demo/texts/texts.types.ts';

export const languages = Object.keys(languageTexts) as DemoLanguage[];

export type PooledText = { language: string; text: string; line: string };

/** So many messages of each language, each about `length` characters, put together from what people write to a desk. */
export function makeTexts(seed: number, perLanguage: number, length = 600): PooledText[] {
  const random = createRandom(seed);
  return languages.flatMap((language) => {
    const { greetings, closings, situations } = languageTexts[language];
    const sentences = Object.values(situations).flatMap(({ openings, details, answers, fixes, asks }) => [...openings, ...details, ...answers, ...fixes, ...asks]);
    const fill = (text: string) => text.replace(/\{[a-z]+\}/g, () => String(random.between(1000, 99_999)));
    return Array.from({ length: perLanguage }, () => {
      const body: string[] = [];
      for (let size = 0; size < length - 60; size += body.at(-1)!.length + 1) body.push(fill(random.pick(sentences))); // just pushed
      return { language, text: `${fill(random.pick(greetings))}\n\n${body.join(' ')}\n\n${fill(random.pick(closings))}`, line: body[0]!.slice(0, 160) }; // at least one
    });
  });
}

export function makeSubjects(): string[] {
  return languages.flatMap((language) => Object.values(languageTexts[language].situations).flatMap(({ subjects }) => subjects.map((subject) => subject.replace(/\{[a-z]+\}/g, '4711'))));
}

export function makeNames(): string[] {
  return languages.flatMap((language) => languageTexts[language].people);
}
