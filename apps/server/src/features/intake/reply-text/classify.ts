import { attributionEndingAt, opensWithAttribution } from './attribution.ts';
import { headerBlockEnd, headerRoles } from './header-block.ts';
import type { HeaderRole } from './header-labels.ts';
import { isBlank, isQuoteLine, withoutQuoteMarks } from './lines.ts';
import { isRule, isSignatureDelimiter, markerOf } from './markers.ts';
import { isSignatureLine } from './signature-lines.ts';

/**
 * What a line is. `original` and `forward` are markers and header blocks, `above` is "reply above
 * this line", `pgp` is the armour around a signed mail.
 */
export type LineKind = 'text' | 'blank' | 'quote' | 'attribution' | 'original' | 'forward' | 'above' | 'rule' | 'delimiter' | 'pgp';

/** Shortest line that a program would have wrapped (RFC 5322 advises 78 characters). */
const wrappedAt = 60;

export function classify(lines: readonly string[]): LineKind[] {
  const kinds: LineKind[] = lines.map((line) => (isBlank(line) ? 'blank' : 'text'));
  const roles = headerRoles(lines);
  for (let i = 0; i < lines.length; i += 1) {
    if (kinds[i] === 'text') i = classifyAt(lines, roles, kinds, i);
  }
  joinWrappedQuotes(lines, kinds);
  return kinds;
}

/** Names line `i` (and what belongs to it) and returns the last line it named. */
function classifyAt(lines: readonly string[], roles: readonly (HeaderRole | null)[], kinds: LineKind[], i: number): number {
  const line = lines[i] ?? '';
  const attribution = attributionEndingAt(lines, i);
  if (attribution !== null && (attribution.strength === 'strong' || quoteFollows(lines, i))) {
    fill(kinds, attribution.first, i + 1, 'attribution');
    return i;
  }
  if (isQuoteLine(line)) return classifyQuote(lines, kinds, i);
  if (opensWithAttribution(line)) {
    kinds[i] = 'attribution';
    return i;
  }
  const pgp = pgpEnd(lines, i);
  if (pgp !== null) {
    fill(kinds, i, pgp, 'pgp');
    return pgp - 1;
  }
  const marker = markerOf(line);
  if (marker !== null) {
    const kind = marker === 'forwarded' ? 'forward' : marker === 'original' ? 'original' : 'above';
    const end = kind === 'above' ? i + 1 : (headersBelow(lines, roles, kinds, i + 1) ?? i + 1);
    fill(kinds, i, end, kind);
    return end - 1;
  }
  if (roles[i] !== null) {
    const before = lastNamed(kinds, i);
    const announcing = before >= 0 && (kinds[before] === 'rule' || markerOf(lines[before] ?? '', true) !== null);
    const end = headerBlockEnd(lines, roles, i, announcing);
    if (end !== null) {
      const kind = before >= 0 && markerOf(lines[before] ?? '', true) === 'forwarded' ? 'forward' : 'original';
      fill(kinds, announcing ? before : i, end, kind);
      return end - 1;
    }
  }
  if (isSignatureDelimiter(line)) kinds[i] = 'delimiter';
  else if (isRule(line) && !isUnderline(lines, i)) kinds[i] = 'rule';
  return i;
}

function quoteFollows(lines: readonly string[], i: number): boolean {
  for (let j = i + 1; j <= i + 3 && j < lines.length; j += 1) {
    if (!isBlank(lines[j] ?? '')) return isQuoteLine(lines[j] ?? '');
  }
  return false;
}

// A quotation whose own first lines say who wrote it ("> On … wrote:") is as good as one below such a line.
function classifyQuote(lines: readonly string[], kinds: LineKind[], i: number): number {
  kinds[i] = 'quote';
  const before = lastNamed(kinds, i);
  if (before >= 0 && (kinds[before] === 'quote' || kinds[before] === 'attribution')) return i;
  const opening: string[] = [];
  for (let j = i; j < i + 5 && j < lines.length && isQuoteLine(lines[j] ?? ''); j += 1) opening.push(withoutQuoteMarks(lines[j] ?? ''));
  for (let j = 0; j < opening.length; j += 1) {
    const found = attributionEndingAt(opening, j);
    if (found?.strength === 'strong' && opening.slice(0, found.first).every(isBlank)) {
      fill(kinds, i, i + j + 1, 'attribution');
      return i + j;
    }
  }
  return i;
}

function headersBelow(lines: readonly string[], roles: readonly (HeaderRole | null)[], kinds: readonly LineKind[], from: number): number | null {
  let i = from;
  while (i < lines.length && i < from + 3 && (kinds[i] === 'blank' || isRule(lines[i] ?? ''))) i += 1;
  return i < lines.length ? headerBlockEnd(lines, roles, i, true) : null;
}

// RFC 4880, 6.2 and 7: the armour's head (with its Hash lines) and the whole signature at the end.
function pgpEnd(lines: readonly string[], i: number): number | null {
  const line = lines[i] ?? '';
  if (!line.startsWith('-----BEGIN PGP SIG')) return null;
  const signature = line.startsWith('-----BEGIN PGP SIGNATURE');
  for (let j = i + 1; j < lines.length && j < i + 120; j += 1) {
    const next = lines[j] ?? '';
    if (signature ? next.startsWith('-----END PGP SIGNATURE') : !/^[A-Z][A-Za-z-]{1,20}: /.test(next)) return signature ? j + 1 : j;
  }
  return signature ? lines.length : i + 1;
}

// "Error log" with dashes below is a heading of the author's.
function isUnderline(lines: readonly string[], i: number): boolean {
  const above = (lines[i - 1] ?? '').trim();
  return above !== '' && !isRule(above) && !isSignatureLine(above) && Math.abs(above.length - (lines[i] ?? '').trim().length) <= 3;
}

// A quoting program that wraps long lines leaves their ends without a quote mark.
function joinWrappedQuotes(lines: readonly string[], kinds: LineKind[]): void {
  for (let i = 1; i + 1 < lines.length; i += 1) {
    const wrapped = (lines[i - 1] ?? '').length >= wrappedAt && (lines[i] ?? '').length < wrappedAt;
    if (kinds[i] === 'text' && kinds[i - 1] === 'quote' && kinds[i + 1] === 'quote' && wrapped) kinds[i] = 'quote';
  }
}

/** The nearest line above `i` that is not blank. */
function lastNamed(kinds: readonly LineKind[], i: number): number {
  let j = i - 1;
  while (j >= 0 && j > i - 6 && kinds[j] === 'blank') j -= 1;
  return j >= 0 && kinds[j] === 'blank' ? -1 : j;
}

function fill(kinds: LineKind[], from: number, to: number, kind: LineKind): void {
  for (let i = from; i < to; i += 1) kinds[i] = kind;
}
