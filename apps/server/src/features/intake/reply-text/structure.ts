import type { LineKind } from './classify.ts';
import { isRule } from './markers.ts';
import { isFooter, isSignatureLine } from './signature-lines.ts';

export type PartKind = 'new' | 'quote' | 'signature' | 'forward';

/** Below a whole quotation, fewer lines than this are a signature; more are the author going on. */
const shortestAnswerBelow = 7;
/** A "--" with more than this below it was a divider, not a signature's beginning. */
const longestSignature = 25;

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hej|hejsan|hallå|kära|god(?:morgon|dag)|hei|kære|kjære|hallo|guten|liebe|sehr|moin|servus|beste|geachte|goede|bonjour|salut|bonsoir|cher|chère|hola|estimad|buen|querid|olá|oi|bom|boa|caro|cara|prezad|ciao|buon|salve|gentile|cześć|dzień|witam|witaj|szanown|привет|здравствуй|добрый|уважаем|вітаю|добр|привіт|шановн|你好|您好|moi|terve|dobrý|ahoj|merhaba|こんにちは|안녕)/iu;

/**
 * Says of every line which part it belongs to.
 *
 * Where the author wrote above the history, the history goes; where the history comes first, it
 * goes and what is below stays; where answers stand between pieces of quotation, both stay, since
 * neither can be read without the other.
 */
export function partOfLines(lines: readonly string[], kinds: readonly LineKind[]): PartKind[] {
  const parts: PartKind[] = lines.map(() => 'new');
  const start = dropLeadingHistory(lines, kinds, parts);
  const end = dropTrailingHistory(lines, kinds, parts, start);
  const signed = dropSignature(lines, kinds, parts, start, end);
  dropTail(lines, kinds, parts, start, signed);
  for (let i = start; i < signed; i += 1) if (kinds[i] === 'pgp') parts[i] = 'signature';
  return parts;
}

/** Takes markers, headers and attributions off the top; returns where the author's lines begin. */
function dropLeadingHistory(lines: readonly string[], kinds: readonly LineKind[], parts: PartKind[]): number {
  let from = 0;
  for (;;) {
    const first = nextNot(kinds, from, ['blank', 'rule', 'pgp']);
    const kind = kinds[first];
    if (kind !== 'attribution' && kind !== 'original' && kind !== 'forward' && kind !== 'above') return from;
    const below = endOfRun(kinds, first);
    const next = nextNot(kinds, below, ['blank']);
    if (kind === 'attribution' && kinds[next] === 'quote') {
      const answers = answersFrom(kinds, next);
      // Nothing but a quotation: there is no other text to show, so it stays.
      if (answers.count === 0) {
        if (!/^\s*[>|]/.test(lines[first] ?? '')) fill(parts, from, below, 'quote');
        return next;
      }
      fill(parts, from, below, 'quote');
      if (answers.interleaved) return next;
      fill(parts, below, answers.first, 'quote');
      return answers.first;
    }
    fill(parts, from, below, kind === 'forward' ? 'forward' : 'quote');
    from = below;
  }
}

/** Cuts at the first history below the author's text; returns where the author's lines end. */
function dropTrailingHistory(lines: readonly string[], kinds: readonly LineKind[], parts: PartKind[], start: number): number {
  let written = false;
  for (let i = start; i < kinds.length; i += 1) {
    const kind = kinds[i];
    if (kind === 'text' || kind === 'quote') written = true;
    if (!written) continue;
    if (kind === 'original' || kind === 'above' || kind === 'forward') {
      fill(parts, i, parts.length, kind === 'forward' ? 'forward' : 'quote');
      return i;
    }
    if (kind !== 'attribution') continue;
    const below = endOfRun(kinds, i);
    const next = nextNot(kinds, below, ['blank']);
    const answers = answersFrom(kinds, next);
    const inTalk = answers.count > 0 && kinds.slice(start, i).includes('quote');
    if (kinds[next] === 'quote' && (inTalk || answers.interleaved || answers.lines >= shortestAnswerBelow)) {
      // Of the blank lines around it, those above are enough between what stays.
      fill(parts, i, kinds[i - 1] === 'blank' ? next : below, 'quote');
      i = answers.end - 1;
      continue;
    }
    if (kinds[next] === 'quote' && answers.count > 0 && isGreeting(lines, kinds, start, i)) {
      fill(parts, i, answers.first, 'quote');
      i = answers.end - 1;
      continue;
    }
    fill(parts, i, parts.length, 'quote');
    if (answers.count > 0 && kinds[next] === 'quote') fill(parts, answers.first, parts.length, 'signature');
    return i;
  }
  return parts.length;
}

/** "Hi Anna," above a quotation: the answer is still to come. */
function isGreeting(lines: readonly string[], kinds: readonly LineKind[], start: number, end: number): boolean {
  const written = nextNot(kinds, start, ['blank']);
  if (kinds[written] !== 'text' || nextNot(kinds, written + 1, ['blank']) !== end) return false;
  const line = (lines[written] ?? '').trim();
  return line.length <= 40 && /[,!，！]$/u.test(line) && line.split(/\s+/u).length <= 4 && greeting.test(line);
}

interface Answers {
  /** Runs of text below a quotation. */
  readonly count: number;
  /** Lines of text in them. */
  readonly lines: number;
  /** First line of the first run. */
  readonly first: number;
  /** Where this conversation of quotations and answers ends. */
  readonly end: number;
  /** Whether at least two quotations have an answer each, or one is followed by another quotation. */
  readonly interleaved: boolean;
}

/** Looks at the quotations and texts from line `from` up to a signature or other history. */
function answersFrom(kinds: readonly LineKind[], from: number): Answers {
  let count = 0;
  let lines = 0;
  let first = -1;
  let quotedAgain = false;
  let last: LineKind | undefined;
  let i = from;
  for (; i < kinds.length; i += 1) {
    const kind = kinds[i];
    if (kind === 'quote' || (kind === 'attribution' && (last !== 'text' || isAnsweredBelow(kinds, i)))) {
      quotedAgain ||= count > 0;
      last = 'quote';
    } else if (kind === 'text' || kind === 'rule') {
      if (kind === 'rule' && last !== 'text') continue;
      if (last !== 'text') {
        count += 1;
        if (first === -1) first = i;
      }
      lines += 1;
      last = 'text';
    } else if (kind !== 'blank') break;
  }
  return { count, lines, first, end: i, interleaved: quotedAgain };
}

/** Whether an attribution between answers introduces one more quotation that has its answer below. */
function isAnsweredBelow(kinds: readonly LineKind[], attribution: number): boolean {
  const quoted = nextNot(kinds, endOfRun(kinds, attribution), ['blank']);
  if (kinds[quoted] !== 'quote') return false;
  return kinds[nextNot(kinds, quoted, ['blank', 'quote'])] === 'text';
}

function dropSignature(lines: readonly string[], kinds: readonly LineKind[], parts: PartKind[], start: number, end: number): number {
  let written = false;
  for (let i = start; i < end; i += 1) {
    const kind = kinds[i];
    if (written && (kind === 'delimiter' || kind === 'rule' || isMobileEnd(lines, kinds, i, end))) {
      const below = lines.slice(i + 1, Math.min(end, i + 60)).filter((_, j) => kinds[i + 1 + j] !== 'blank');
      if (endsMail(lines[i] ?? '', kind ?? 'text', below, lines[i - 1] ?? '')) {
        fill(parts, i, end, 'signature');
        return i;
      }
    }
    if (kind === 'text' || kind === 'quote') written = true;
  }
  return end;
}

// Looked at only near the end: what may follow "Sent from my phone" is a short notice.
function isMobileEnd(lines: readonly string[], kinds: readonly LineKind[], i: number, end: number): boolean {
  return kinds[i] === 'text' && end - i < 40 && isSignatureLine(lines[i] ?? '');
}

function endsMail(line: string, kind: LineKind, below: readonly string[], above: string): boolean {
  if (kind === 'delimiter') return line.trimEnd() !== line || below.length <= longestSignature;
  if (below.length === 0) return true;
  if (kind === 'text') return isFooter(below);
  const rule = line.trim();
  if (/^_{5,}$/.test(rule)) return below.length <= 12;
  if (/^(?:-{3,}|_{3,}|[—–]{3,})$/u.test(rule) && below.length <= 6 && above.trim() === '' && !isRule(below.at(-1) ?? '') && !below.some(isQuestion)) return true;
  return isFooter(below);
}

/** Whoever asks goes on writing; cards and notices do not ask. */
function isQuestion(line: string): boolean {
  return /[?？]$/u.test(line.trimEnd());
}

/** Takes program lines, rules and a closing quotation off the end. */
function dropTail(lines: readonly string[], kinds: readonly LineKind[], parts: PartKind[], start: number, end: number): void {
  const firstText = kinds.findIndex((kind, i) => i >= start && i < end && kind === 'text' && !isSignatureLine(lines[i] ?? ''));
  let i = end;
  while (i > start) {
    const kind = kinds[i - 1];
    if (kind === 'text' && isSignatureLine(lines[i - 1] ?? '')) parts[i - 1] = 'signature';
    else if (kind === 'quote' && firstText !== -1) parts[i - 1] = 'quote';
    else if (kind === 'attribution' && firstText !== -1) parts[i - 1] = 'quote';
    else if (kind === 'rule' || kind === 'pgp' || kind === 'delimiter') parts[i - 1] = 'signature';
    else if (kind === 'blank') parts[i - 1] = parts[i] ?? 'new';
    else break;
    i -= 1;
  }
}

function endOfRun(kinds: readonly LineKind[], first: number): number {
  let i = first;
  while (i < kinds.length && kinds[i] === kinds[first]) i += 1;
  return i;
}

function nextNot(kinds: readonly LineKind[], from: number, skipped: readonly LineKind[]): number {
  let i = from;
  while (i < kinds.length && skipped.includes(kinds[i] ?? 'text')) i += 1;
  return i;
}

function fill(parts: PartKind[], from: number, to: number, part: PartKind): void {
  for (let i = from; i < to; i += 1) parts[i] = part;
}
