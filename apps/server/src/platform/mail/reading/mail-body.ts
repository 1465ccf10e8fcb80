import { decodeText } from './charset.ts';
import { partContent } from './mime-tree.ts';
import { unflow } from './flowed.ts';
import type { MimePart } from './mime-tree.ts';

/** The parts of a message sorted into what is read and what is attached. */
export type BodyBlock = { plain: MimePart | null; html: MimePart | null };
export type Sorted = { blocks: BodyBlock[]; attached: MimePart[] };

const bodyTypes = new Set(['text/plain', 'text/html', 'text/enriched', 'text/richtext', 'text/markdown', 'application/xhtml+xml']);
/** Alternatives made for a program, with another part for people beside them. */
const ignored = new Set(['text/x-amp-html', 'text/watch-html']);

export function isHtml(part: MimePart): boolean {
  return part.type === 'text/html' || part.type === 'application/xhtml+xml';
}

function isNamed(part: MimePart): boolean {
  return ['filename', 'filename*'].some((p) => p in part.disposition.params) || ['name', 'name*'].some((p) => p in part.contentType.params);
}

function isBodyPart(part: MimePart): boolean {
  return bodyTypes.has(part.type) && part.disposition.value !== 'attachment' && !isNamed(part);
}

export function sortParts(root: MimePart): Sorted {
  const sorted: Sorted = { blocks: [], attached: [] };
  visit(root, sorted);
  if (sorted.blocks.length === 0) {
    // The only text has a name, as some programs give their body: better read than hidden.
    const named = sorted.attached.findIndex((p) => bodyTypes.has(p.type) && p.disposition.value !== 'attachment');
    if (named >= 0 && sorted.attached.slice(0, named).every((p) => !bodyTypes.has(p.type))) {
      const [part] = sorted.attached.splice(named, 1);
      sorted.blocks.push(isHtml(part!) ? { plain: null, html: part! } : { plain: part!, html: null });
    }
  }
  return sorted;
}

function visit(part: MimePart, sorted: Sorted): void {
  if (part.type === 'multipart/alternative' && part.children.length > 0) {
    const inner: Sorted = { blocks: [], attached: [] };
    for (const child of part.children) if (!ignored.has(child.type)) visit(child, inner);
    const plain =
      inner.blocks.map((b) => b.plain).find((p) => p !== null && partContent(p).length > 0) ?? inner.blocks.map((b) => b.plain).find((p) => p !== null) ?? null;
    const html = inner.blocks.map((b) => b.html).findLast((p) => p !== null) ?? null;
    if (plain || html) sorted.blocks.push({ plain, html });
    // Text after an HTML alternative (a list's footer inside) has no place in either.
    sorted.attached.push(...inner.attached);
  } else if (part.children.length > 0) {
    for (const child of part.children) visit(child, sorted);
  } else if (part.type.startsWith('multipart/')) {
    // an empty one holds nothing
  } else if (isBodyPart(part)) sorted.blocks.push(isHtml(part) ? { plain: null, html: part } : { plain: part, html: null });
  else sorted.attached.push(part);
}

function metaCharset(bytes: Buffer): string | null {
  return /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([a-z0-9_:-]{2,40})/i.exec(bytes.toString('latin1', 0, Math.min(bytes.length, 4096)))?.[1] ?? null;
}

/** A text part as text: `\n` line ends, no control characters, at most `max` characters. */
export function partText(part: MimePart, fallbackCharset: string | null, hint: string | null, max: number): { text: string; cut: boolean } {
  // Four bytes a character at most: what lies beyond cannot be shown and need not be decoded.
  const content = partContent(part);
  const bytes = content.length > max * 4 ? content.subarray(0, max * 4) : content;
  const label = part.contentType.params['charset'] || (isHtml(part) ? metaCharset(bytes) : null) || fallbackCharset;
  let text = decodeText(bytes, label, hint)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  const cut = content.length > bytes.length || text.length > max;
  if (text.length > max) text = text.slice(0, max);
  if (!isHtml(part) && /^flowed$/i.test(part.contentType.params['format'] ?? '')) text = unflow(text, /^yes$/i.test(part.contentType.params['delsp'] ?? ''));
  return { text, cut };
}

/** RFC 1896 text/enriched: its commands are few and its `<` is doubled. */
export function enrichedToText(text: string): string {
  return text
    .replace(/<param>[^<]{0,500}<\/param>/gi, '')
    .replace(/<<|<\/?[a-z-]{1,30}>/gi, (found) => (found === '<<' ? '<' : ''))
    .replace(/\n(\n*)/g, (_all, more: string) => more || ' ');
}
