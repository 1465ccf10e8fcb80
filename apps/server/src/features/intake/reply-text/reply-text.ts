import { classify } from './classify.ts';
import { cutLines, isBlank, type Line } from './lines.ts';
import { partOfLines, type PartKind } from './structure.ts';

export { splitReplyHtml } from './reply-html.ts';

export interface ReplyPart {
  readonly kind: PartKind;
  /** The part's characters as they stood in the mail, line ends included. */
  readonly text: string;
}

export interface SplitReply {
  /** What the author newly wrote: the `new` parts without blank lines around them, lines ended by "\n". */
  readonly reply: string;
  /** The whole mail in order; the parts' texts joined give it back to the character. */
  readonly parts: ReplyPart[];
}

/** History begins long before this line in any mail of a person; more is not looked at. */
const mostLines = 10_000;

/**
 * Splits the plain text of a mail into what its author newly wrote and what is quoted, forwarded
 * or a signature. Pure, linear in the text's length, and never loses a character.
 *
 * - Text above a quotation: the quotation, its attribution line or header block, and all below go.
 * - Text below one attributed quotation: the quotation goes. Answers between quotations: all stay.
 * - Nothing but a forwarded message or a quotation: it stays without its marker and headers.
 * - From "-- " on (RFC 3676, 4.3), and "Sent from my …" lines at the end: signature.
 */
export function splitReply(text: string): SplitReply {
  const lines = cutLines(text, mostLines);
  const looked = lines.map((line) => line.text);
  const partOf = partOfLines(looked, classify(looked));
  const parts = joinParts(text, lines, partOf);
  return { reply: replyFrom(parts), parts };
}

// What stands below the last line looked at belongs to that line's part.
function joinParts(text: string, lines: readonly Line[], partOf: readonly PartKind[]): ReplyPart[] {
  const parts: ReplyPart[] = [];
  let from = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const kind = partOf[i] ?? 'new';
    if (partOf[i + 1] === kind) continue;
    const end = i + 1 < lines.length ? (lines[i]?.end ?? text.length) : text.length;
    parts.push({ kind, text: text.slice(from, end) });
    from = end;
  }
  return parts;
}

// Indentation of the first line stays (it may be code); blank lines around do not.
function replyFrom(parts: readonly ReplyPart[]): string {
  const fresh = parts
    .filter((part) => part.kind === 'new')
    .map((part) => part.text)
    .join('')
    .replaceAll('\r\n', '\n');
  let start = 0;
  for (let end = fresh.indexOf('\n'); end !== -1 && isBlank(fresh.slice(start, end)); end = fresh.indexOf('\n', start)) start = end + 1;
  const reply = fresh.slice(start).trimEnd();
  return isBlank(reply) ? '' : reply;
}
