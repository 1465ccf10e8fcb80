import { attributionWords, nameParticles, pronouns } from './attribution-words.ts';
import { escapeForPattern, isBlank, isQuoteLine, tidy, trimMarks } from './lines.ts';

/** `strong` stands by itself; `weak` counts only when a quotation follows at once. */
export type AttributionStrength = 'strong' | 'weak';

const longestAttribution = 400;
const mostWrappedLines = 6;

const caseless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const words = Object.values(attributionWords);
const verbs = words.flatMap((w) => w.verbs);
// Languages written without spaces have no word boundary to ask for.
const spacedVerb = wordPattern(
  verbs.filter((v) => !caseless.test(v)),
  'giu',
);
const unspacedVerb = new RegExp(alternatives(verbs.filter((v) => caseless.test(v))), 'gu');
const starter = new RegExp(`^(?:${alternatives(words.flatMap((w) => w.starters ?? []).filter((s) => !caseless.test(s)))})(?=[ "'<\\d])|^(?:在|于|於)`, 'iu');
const quotingStarter = /^(?:quoting|in reply to|in response to|zitat von|citerar|citando(?: a)?|citeren van|selon|en réponse à|cytat(?: z)?)\s/iu;
const tailPhrase = new RegExp(`^(?:${alternatives(words.flatMap((w) => w.tails ?? []))})$`, 'iu');

const time = /(?<!\d)(?:[01]?\d|2[0-4])(?:[:：.]|\s?h\s?)[0-5]\d(?!\d)/u;
const numericDate = /(?<!\d)(?:\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:\d{4}|\d{2}))(?!\d)/u;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
const cjkDate = /\d\s?[年년]|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/u;
const bracketedAddress = /[<([«]\s*(?:mailto:)?[^\s<>@]{1,100}@[^\s<>@]{1,200}/iu;
// Also before a starter: "Thanks. On 3 May … wrote:" has the author's words in the same line.
const sentenceBreak = /\p{Ll}{5,}[.!?] \p{Lu}|\p{Ll}{3,}[.!?] (?:On|Am|Le|El|Den|Op|Il|Em|Dnia|W dniu|Dne) /u;

export interface Attribution {
  readonly first: number;
  readonly strength: AttributionStrength;
}

/**
 * Finds the attribution that ends in line `last`: the line itself or up to six lines that a
 * mail program wrapped. Returns its first line, or null.
 */
export function attributionEndingAt(lines: readonly string[], last: number): Attribution | null {
  const end = lines[last] ?? '';
  if (!couldEnd(end)) return null;
  let joined = '';
  let fallback: Attribution | null = null;
  let blanks = 0;
  for (let first = last; first >= 0 && last - first < mostWrappedLines; first -= 1) {
    const line = lines[first] ?? '';
    if (isBlank(line)) {
      // A wrapped address or a lone verb may have been pushed below an empty line.
      blanks += 1;
      if (blanks > 1 || !/^(?:<|>|mailto:|[\p{Ll}\p{M} ()]{3,20}:$)/iu.test(joined)) break;
      continue;
    }
    if (first < last && (isQuoteLine(line) || endsSentence(line) || endsItem(line))) break;
    if (first === last && isQuoteLine(line) && !/^\s?> ?\p{L}/u.test(line)) break;
    joined = joined === '' ? tidy(line) : `${tidy(line)} ${joined}`;
    if (joined.length > longestAttribution) break;
    const found = judge(joined);
    if (found === null) continue;
    const attribution = { first, strength: found.strength };
    if (found.strength === 'strong' && found.anchored) return attribution;
    // A name alone may be the end of a longer line: remember it and look further up.
    if (fallback === null || (fallback.strength === 'weak' && found.strength === 'strong')) fallback = attribution;
  }
  return fallback;
}

function couldEnd(line: string): boolean {
  if (line.length > longestAttribution) return false;
  const tail = line.slice(-12);
  return /[:：>)\]*][*_\s\u200b-\u200f\u202a-\u202e]{0,6}$/u.test(tail) || /\p{L} ?-{2,}\s*$/u.test(tail);
}

/** Yahoo's apps put the quotation into the attribution's own line: "On … Anna <a@b> wrote:   Have the keys come?" */
export function opensWithAttribution(line: string): boolean {
  const head = /^[^>]{10,300}>[^:：>]{0,60}[:：](?=\s{2,}\S)/u.exec(line)?.[0];
  const found = head === undefined ? null : judge(tidy(head));
  return found?.strength === 'strong' && found.anchored;
}

function endsSentence(line: string): boolean {
  return /\p{Ll}{5,}[.!?]\s*$/u.test(line.slice(-40));
}

function endsItem(line: string): boolean {
  return /[:;]\s*$/u.test(line.slice(-6));
}

interface Judgement {
  readonly strength: AttributionStrength;
  /** Whether it starts as attributions do (word or date), not only with a name. */
  readonly anchored: boolean;
}

/** Judges one joined candidate: who, when and "wrote", in either order, up to the colon. */
export function judge(candidate: string): Judgement | null {
  // Zoho puts the whole between dashes and leaves the colon out: "---- On … wrote ----".
  const dashed = /^-{2,}.*-{2,}$/u.test(candidate);
  const text = trimMarks(candidate.replace(/^[-*_#–—\s]{1,12}/u, ''), dashed ? '-*_ ' : '*_ ');
  if (!balanced(text) || sentenceBreak.test(text)) return null;
  const colon = dashed || /[:：]$/u.test(text);
  const body = text.replace(/\s*[:：]$/u, '');
  const dated = hasDate(body);
  const addressed = bracketedAddress.test(body);
  const startsWithDate = hasDate(body.slice(0, 34)) && /^(?:\p{L}{1,12}[.,]{0,2} ?,? ?)?\d/u.test(body);
  const starts = starter.test(body) && (hasDate(body.slice(0, 80)) || addressed);
  const anchored = starts || startsWithDate;
  if (!colon) return bareDateAndAddress(body, startsWithDate) ? { strength: 'strong', anchored } : null;
  if (quotingStarter.test(body)) return { strength: addressed ? 'strong' : 'weak', anchored: true };
  const verb = lastVerb(body);
  if (verb === null) return judgeWithoutVerb(body, dated, addressed, startsWithDate);
  const before = body.slice(0, verb.index).trim();
  const after = body.slice(verb.index + verb.length).trim();
  const tailFits = after === '' || tailPhrase.test(after) || isDateTail(after) || isNameTail(after);
  if (!tailFits) return null;
  const speaker = before === '' ? after : before;
  const byPronoun = pronouns.has(lastWord(speaker).toLowerCase()) && !addressed;
  if ((dated || addressed) && !byPronoun) {
    const named = addressed ? wordCount(before) <= 14 : isName(before) || before === '';
    if (anchored || named) return { strength: 'strong', anchored };
  }
  return body.length <= 150 && /^["'<(\p{Lu}\p{Lo}\d]/u.test(body) ? { strength: 'weak', anchored } : null;
}

// Several programs leave the verb out: "ср, 3 мая 2017 г. в 10:11, Имя <a@b>:".
function judgeWithoutVerb(body: string, dated: boolean, addressed: boolean, startsWithDate: boolean): Judgement | null {
  if (dated && addressed) {
    const afterAddress = body.slice(body.lastIndexOf('@')).replace(/^\S+/u, '');
    const short = wordCount(afterAddress) <= 4 || isDateTail(afterAddress.trim());
    if (short && (startsWithDate || starter.test(body) || hasDate(body.slice(0, 60)) || isName(body.split(/[<(]/u)[0] ?? ''))) {
      return { strength: 'strong', anchored: true };
    }
  }
  return startsWithDate && body.length <= 150 ? { strength: 'weak', anchored: true } : null;
}

// The oldest Gmail form: "2013/7/20 Name <a@b>" and nothing else.
function bareDateAndAddress(body: string, startsWithDate: boolean): boolean {
  return startsWithDate && numericDate.test(body.slice(0, 14)) && /<[^\s<>@]{1,100}@[^\s<>@]{1,200}>$/u.test(body);
}

function lastVerb(body: string): { index: number; length: number } | null {
  let found: { index: number; length: number } | null = null;
  for (const pattern of [spacedVerb, unspacedVerb]) {
    for (const match of body.matchAll(pattern)) {
      if (found === null || match.index > found.index) found = { index: match.index, length: match[0].length };
    }
  }
  return found;
}

function hasDate(text: string): boolean {
  return time.test(text) || numericDate.test(text) || cjkDate.test(text) || (year.test(text) && /\d{1,2}\D.*\d{4}|\d{4}.*\D\d{1,2}(?!\d)/u.test(text));
}

function isDateTail(after: string): boolean {
  return after.length <= 90 && hasDate(after) && wordCount(after) <= 14;
}

function isNameTail(after: string): boolean {
  if (bracketedAddress.test(after)) return wordCount(after) <= 14;
  return isName(after);
}

/** At most eight words, all capitalised but for particles: "Anna von der Heide", "ООО Ромашка". */
function isName(text: string): boolean {
  const plain = text.replace(/["'“”„«»<>()[\],;*]|\.(?= |$)/gu, ' ').trim();
  if (plain === '' || plain.length > 90) return false;
  const parts = plain.split(/\s+/u);
  if (parts.length > 8) return false;
  const first = parts[0] ?? '';
  if (parts.length === 1 && /[@_\d]/u.test(first)) return true;
  return parts.every((part, i) => (i > 0 && nameParticles.has(part.toLowerCase())) || !/^\p{Ll}/u.test(part) || part.includes('@'));
}

function balanced(text: string): boolean {
  return count(text, '<') === count(text, '>') && count(text, ')') <= count(text, '(');
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function wordCount(text: string): number {
  return text.split(' ').filter((w) => w !== '').length;
}

function lastWord(text: string): string {
  return text.split(/[\s,]+/u).at(-1) ?? '';
}

function alternatives(list: readonly string[]): string {
  return [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map(escapeForPattern)
    .join('|');
}

function wordPattern(list: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(list)})(?![\\p{L}\\p{N}])`, flags);
}
