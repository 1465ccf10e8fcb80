import type { StemLanguage } from './stem.ts';

/** Words that stand in nearly every text of their language, folded. They take a place in a phrase, but are not looked for. */
const lists: Record<StemLanguage, string> = {
  en: 'a an the and or but if of in on at to for from by with as is are was were be been am do does did have has had i you he she it we they me my your our their his her its this that these those there not no so can will would could should what which who how when where',
  sv: 'och i att det som en ett pa ar av for med till den har de inte om jag du han hon vi ni man men var sig fran nar kan ska skulle vill mig dig er min din vara eller hur vad vem detta dessa denna nu sa',
  es: 'el la los las un una unos unas de del al a y o u que en es son se por con para no lo su sus me mi te tu le les como mas pero si ya este esta estos estas eso esto he ha han hay muy nos',
  da: 'og i at det som en et pa er af for med til den har de ikke om jeg du han hun vi man men var sig fra nar kan skal skulle vil mig dig jer min din vaere eller hvordan hvad hvem dette disse denne nu sa der',
  pl: 'i w z na do nie to sie ze jest o a po jak za co czy od dla przez ale juz tak tego ten ta te lub ich jego jej by byl byla bylo sa mam mi mnie nam pan pani ktory ktora ktore oraz przy bez ze u',
};

const byLanguage = new Map(Object.entries(lists).map(([language, words]) => [language as StemLanguage, new Set(words.split(' '))])); // the keys are these
const anywhere = new Set([...byLanguage.values()].flatMap((words) => [...words]));

export function isStopWord(language: StemLanguage, folded: string): boolean {
  return byLanguage.get(language)?.has(folded) ?? false;
}

/** Of any of the five: a question does not say its language. */
export function isStopWordSomewhere(folded: string): boolean {
  return anywhere.has(folded);
}
