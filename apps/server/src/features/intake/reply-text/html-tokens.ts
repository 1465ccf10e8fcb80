/** A small, linear HTML tokenizer: enough to walk a mail's tags and text; it never throws. */

export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'text';
  /** Offsets in the source: the token is html.slice(start, end). */
  readonly start: number;
  readonly end: number;
  /** Tag name in lower case; empty for text. */
  readonly name: string;
  /** Whether the element has no content (void or self-closed). */
  readonly empty: boolean;
}

const voidNames = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Elements whose content is not markup; it is skipped. */
const rawNames = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'noscript']);

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const less = html.indexOf('<', at);
    if (less === -1) {
      yield textToken(at, html.length);
      return;
    }
    const opening = html.slice(less + 1, less + 4);
    if (!/^(?:\/?[a-z]|!|\?)/i.test(opening)) {
      yield textToken(at, less + 1);
      at = less + 1;
      continue;
    }
    if (less > at) yield textToken(at, less);
    if (opening.startsWith('!') || opening.startsWith('?')) {
      at = opening === '!--' ? after(html, '-->', less + 4) : after(html, '>', less + 1);
      continue;
    }
    const end = tagEnd(html, less + 1);
    // An unfinished tag at the end is dropped, as browsers do.
    if (end === -1) return;
    const closing = opening.startsWith('/');
    const name = nameAt(html, less + (closing ? 2 : 1));
    // "/>" closes only foreign elements (Outlook's <o:p/>); browsers ignore it on HTML's own.
    const empty = !closing && (voidNames.has(name) || (html[end - 2] === '/' && name.includes(':')));
    yield { kind: closing ? 'close' : 'open', start: less, end, name, empty };
    at = end;
    if (!closing && !empty && rawNames.has(name)) at = rawEnd(html, name, end);
  }
}

function textToken(start: number, end: number): HtmlToken {
  return { kind: 'text', start, end, name: '', empty: false };
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function nameAt(html: string, from: number): string {
  return /^[^\s/>]{1,40}/.exec(html.slice(from, from + 40))?.[0].toLowerCase() ?? '';
}

/** The offset after the tag's ">", which may also stand inside quoted attribute values; -1 if there is none. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  let afterEquals = false;
  for (let i = from; i < html.length; i += 1) {
    const c = html[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return i + 1;
    else if (afterEquals && (c === '"' || c === "'")) quote = c;
    if (c === '=') afterEquals = true;
    else if (c.trim() !== '') afterEquals = false;
  }
  return -1;
}

function rawEnd(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name.replace(/[^a-z]/g, '')}`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const attributePatterns = Object.fromEntries(
  (['class', 'id', 'name', 'type', 'style'] as const).map((name) => [
    name,
    new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]{0,600})|'([^']{0,600})|([^\\s"'>]{1,300}))`, 'i'),
  ]),
);

/** The value of an attribute in a tag's source (at most 600 characters), or ''. */
export function attributeOf(tag: string, name: 'class' | 'id' | 'name' | 'type' | 'style'): string {
  const match = attributePatterns[name]?.exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#160': ' ' };

/** Text as a reader sees it: the few entities that matter for recognising lines are decoded. */
export function visibleText(source: string): string {
  return source.replace(/&(#?\w{1,8});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
