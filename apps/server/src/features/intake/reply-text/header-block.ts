import { headerRole, inlineLabels, type HeaderRole } from './header-labels.ts';
import { escapeForPattern, isBlank, longestRuleLine, tidy } from './lines.ts';

const address = /[^\s<>@:,;]{1,100}@[^\s<>@]{1,200}/u;
const inlineLabel = new RegExp(
  `(?<![\\p{L}])(${inlineLabels
    .map(escapeForPattern)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\*{0,2}\\s?[:：]`,
  'giu',
);
/** Wrapped header values ("To:" lists above all) may run over some lines, not over a page. */
const mostContinuations = 4;

/** The header that a line carries ("*From:* Anna", "Von : …", "发件人：…"), or null. */
export function headerOf(line: string): HeaderRole | null {
  if (line.length > longestRuleLine) return null;
  const colon = line.slice(0, 48).search(/[:：]/u);
  if (colon < 1) return null;
  const label = tidy(line.slice(0, colon)).replace(/[*_]/g, '').trim();
  return headerRole(label);
}

/** Header roles of every line, in one pass; the block search then only compares. */
export function headerRoles(lines: readonly string[]): (HeaderRole | null)[] {
  return lines.map(headerOf);
}

/**
 * The end (exclusive) of a header block that starts in line `first`, or null. A block names a
 * sender and at least two more headers, among them something that only mail has (an address, a
 * subject, a time of sending): "From / To / Date" of a journey is no mail. After a marker or a
 * rule (`announced`) two headers are enough.
 */
export function headerBlockEnd(lines: readonly string[], roles: readonly (HeaderRole | null)[], first: number, announced: boolean): number | null {
  const start = roles[first];
  if (start === null || start === undefined) return null;
  if (start === 'from' && isInlineBlock(lines[first] ?? '')) return first + 1;
  const seen = new Set<HeaderRole>();
  let end = first;
  let addressed = false;
  let loose = 0;
  for (let i = first; i < lines.length && i < first + 40; i += 1) {
    const role = roles[i];
    const line = lines[i] ?? '';
    if (role !== null && role !== undefined) {
      if (role !== 'other' && role !== 'cc' && seen.has(role) && !(role === 'from' && seen.size < 3)) break;
      seen.add(role);
      addressed ||= address.test(line);
      end = i + 1;
      loose = 0;
    } else {
      loose += 1;
      if (loose > mostContinuations) break;
      if (isBlank(line) && (loose > 1 || !continuesAfterBlank(lines, roles, i))) break;
      addressed ||= loose === 1 && address.test(line);
    }
  }
  // A line above can vouch for a block that the program left without its sender.
  if (!seen.has('from')) return announced && seen.size >= 3 ? endOfValue(lines, end) : null;
  const mailOnly = addressed || seen.has('subject') || seen.has('sent');
  if (seen.size >= 3 && mailOnly) return endOfValue(lines, end);
  return announced && seen.size >= 2 ? endOfValue(lines, end) : pairEnd(seen, addressed, lines, end);
}

// "From: Anna <a@b>" and "Sent: …" are enough by themselves when the address is there; "From" and
// "Subject" are not: many web forms begin their mail so.
function pairEnd(seen: ReadonlySet<HeaderRole>, addressed: boolean, lines: readonly string[], end: number): number | null {
  return addressed && seen.has('sent') ? endOfValue(lines, end) : null;
}

// The last value may be wrapped ("Subject: …" over two lines): take what follows without a blank
// line only when it is indented, as folded headers are.
function endOfValue(lines: readonly string[], end: number): number {
  let i = end;
  while (i < lines.length && i < end + 2 && /^[ \t]+\S/u.test(lines[i] ?? '')) i += 1;
  return i;
}

function continuesAfterBlank(lines: readonly string[], roles: readonly (HeaderRole | null)[], blank: number): boolean {
  const next = blank + 1;
  return next < lines.length && roles[next] !== null && roles[next] !== undefined;
}

// Some programs flatten the block: "From: Anna <a@b> Sent: … To: … Subject: …" in one line.
function isInlineBlock(line: string): boolean {
  const kinds = new Set<HeaderRole | null>();
  for (const match of line.matchAll(inlineLabel)) kinds.add(headerRole(match[1] ?? ''));
  return kinds.size >= 2 && (kinds.has('subject') || kinds.has('sent')) && (kinds.has('to') || address.test(line));
}
