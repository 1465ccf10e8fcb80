import { languages, type Language } from '@ombud/i18n';
import { fold } from './fold.ts';
import { promiseWords } from './promise-words.ts';
import { readWhen, type When } from './read-when.ts';

export interface Noticed {
  /** The sentence itself, as it was written */
  text: string;
  when: When;
  isCall: boolean;
  language: Language;
}

const mostSentences = 200;
const longestSentence = 500;
const shown = 200;

const compiled = new Map<Language, { promises: RegExp[]; call: RegExp; never: RegExp }>();

function patternsOf(language: Language) {
  let found = compiled.get(language);
  if (!found) {
    const { promises, call, never } = promiseWords[language];
    compiled.set(language, (found = { promises: promises.map((source) => new RegExp(source)), call: new RegExp(call), never: new RegExp(never) }));
  }
  return found;
}

/** What stands in quotation marks is somebody else's, and so are lines that begin as a mail quotes them. */
function ownWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:>|\|)/.test(line))
    .join('\n')
    .replaceAll(/"[^"\n]{0,400}"|“[^”\n]{0,400}”|„[^”“\n]{0,400}[”“]|«[^»\n]{0,400}»|”[^”\n]{0,400}”|»[^«\n]{0,400}«/g, ' ');
}

/** A point after a figure or a short word ends no sentence: "3. december", "kl. 15", "ca. 2". */
function sentencesOf(text: string): string[] {
  const ends = /[!?…]+(?=\s|$)|(?<!(?:\d|\b(?:[Kk]l|ca|godz|ok|[Ss]r|[Ss]ra|[Dd]r|[Mm]r|[Mm]rs|nr|tel|min|max|a\.m|p\.m|d|e\.m|f\.m|bl\.a|t\.ex)))\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}|\s*$)|\n+/gu;
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ends)) {
    found.push(text.slice(from, match.index + match[0].length));
    from = match.index + match[0].length;
    if (found.length >= mostSentences) return found;
  }
  found.push(text.slice(from));
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '' && sentence.length <= longestSentence);
}

/** Spanish "si" without its accent is a condition; "sí" is yes. The rest of a sentence may stand on one. */
const spanishIf = /(?:^|[\s,;(¿])si\s/iu;

/**
 * The first promise with a time in what somebody of ours has written, in any of the five languages; null where there is none.
 * Nothing that is denied, doubted, asked, quoted or on a condition is one. Takes time in proportion to the text.
 * @param first the language to try first: the customer's
 */
export function noticePromise(text: string, { now, zone, first }: { now: Date; zone: string; first?: string | null }): Noticed | null {
  const order = [...languages].sort((one, other) => Number(other === first) - Number(one === first));
  for (const sentence of sentencesOf(ownWords(text))) {
    if (/[?¿]/.test(sentence)) continue;
    const folded = fold(sentence);
    // Swedish and Danish read each other's promises: what one of them takes back is none in the other.
    const fitting = order.filter((language) => patternsOf(language).promises.some((pattern) => pattern.test(folded)));
    if (fitting.some((language) => patternsOf(language).never.test(folded) || (language === 'es' && spanishIf.test(sentence.normalize('NFC'))))) continue;
    const read = fitting.flatMap((language) => {
      const when = readWhen(sentence, language, now, zone);
      return when ? [{ language, when }] : [];
    });
    // A neighbour reads the day and not the hour.
    const best = read.find(({ when }) => 'at' in when) ?? read[0];
    if (best) {
      const { language, when } = best;
      return { text: shortened(sentence), when, isCall: patternsOf(language).call.test(folded), language };
    }
  }
  return null;
}

/** "Hi Anna, ": not what is promised. */
const greeting = /^(?:hi|hello|dear|hej|hejsan|kære|hola|buenos días|buenas|estimad[oa]|dzień dobry|witam|cześć|god(?:dag| morgon| morgen))(?![\p{L}])[^,!:\n]{0,40}[,!:]\s+/iu;

function shortened(sentence: string): string {
  const whole = sentence.replace(greeting, '').replaceAll(/\s+/g, ' ').replace(/[.!]+$/, '');
  return whole.length <= shown ? whole : `${whole.slice(0, shown - 1).trimEnd()}…`;
}
