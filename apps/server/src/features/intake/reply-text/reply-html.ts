import { judge } from './attribution.ts';
import { headerOf } from './header-block.ts';
import { attributeOf, htmlTokens, visibleText, type HtmlToken } from './html-tokens.ts';
import { isVisible, tidy } from './lines.ts';
import { markerOf } from './markers.ts';

export interface SplitReplyHtml {
  /** The author's HTML; elements open at the cut are closed. */
  readonly newHtml: string;
  /** The history; elements open at the cut are opened again. Null where no safe cut was found. */
  readonly quotedHtml: string | null;
}

/** Mails beyond this many characters are not searched; their whole is new. */
const longestHtml = 4_000_000;
const deepest = 200;
/** Dividing lines whose surroundings are read; more are a document, not a reply. */
const mostRules = 40;
/** Tags and texts that are looked at in search of a history. */
const mostTokens = 100_000;

/** Classes, ids and names that mail programs give to the element around the history. */
const historyMarks =
  /(?:^|[\s_-])(?:x_)?(?:gmail_quote(?:_container)?|gmail_attr|yahoo_quoted|yahooquoted|yqt\d+|moz-cite-prefix|moz-email-headers-table|moz-forward-container|protonmail_quote|tutanota_quote|zmail_extra|zmail_extra_hr|divrplyfwdmsg|appendonsend|olk_src_body_section|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|replyseparator|reply-intro|stopspelling|zwchr|isreplycontent|isforwardcontent|ntes-mailmaster-quote|alimail_quoted?|messagereplysection|missive_quote|front-blockquote|composer_quoted|quoted_text|airmail_on|bloop_original_html|freemail_quote|hey_quote|replybody1|original-content|mailcontent_quote|quoted-message)(?:$|[\s_-])/i;
/** Elements from which everything to the end is history (no end of their own to look for). */
const openEnded = /(?:^|[\s_-])(?:x_)?(?:divrplyfwdmsg|appendonsend|stopspelling|zwchr|zmail_extra_hr|replyseparator)(?:$|[\s_-])/i;
const outlookBorder =
  /border-top:\s{0,3}solid|border-top-style:\s{0,3}solid|border-top:\s{0,3}(?:#[0-9a-f]{3,6}|[\d.]+p[tx])\s{1,3}[^;]{0,20}solid|border:\s{0,3}none;\s{0,3}border-top:/i;
const blocks = new Set(['p', 'div', 'br', 'tr', 'td', 'li', 'ul', 'ol', 'table', 'blockquote', 'hr', 'h1', 'h2', 'h3', 'h4', 'body', 'pre']);
/** Splitting these would tear a list or a form control, or show what was hidden. */
const unsplittable = new Set(['select', 'svg', 'math', 'button', 'template', 'object', 'a']);

interface Cut {
  readonly at: number;
  readonly stack: readonly HtmlToken[];
  readonly openEnded: boolean;
}

/**
 * Splits mail HTML where the quoted history begins, for screens to fold it. It does not sanitise.
 * The whole counts as new where no history is recognised, where nothing visible stands above it,
 * or where the author also wrote below or between the quotations.
 */
export function splitReplyHtml(html: string): SplitReplyHtml {
  const whole = { newHtml: html, quotedHtml: null };
  if (html.length > longestHtml) return whole;
  const cut = findCut(html);
  if (cut === null || cut.stack.length > deepest || cut.stack.some((t) => unsplittable.has(t.name))) return whole;
  if (!cut.openEnded && writesBelow(html, cut)) return whole;
  const closing = cut.stack
    .map((t) => `</${t.name}>`)
    .reverse()
    .join('');
  const reopening = cut.stack.map((t) => html.slice(t.start, t.end)).join('');
  return { newHtml: html.slice(0, cut.at) + closing, quotedHtml: reopening + html.slice(cut.at) };
}

function findCut(html: string): Cut | null {
  const stack = openElements();
  let written = false;
  let rules = 0;
  // The line being read: where it began, under which elements, and its text so far.
  let line = { at: 0, stack: [] as readonly HtmlToken[], text: '' };
  let previous = line;
  let tokens = 0;
  for (const token of htmlTokens(html)) {
    tokens += 1;
    if (tokens > mostTokens) return null;
    if (token.kind === 'text') {
      const text = visibleText(html.slice(token.start, Math.min(token.end, token.start + 2000)));
      if (line.text.length < 400) line.text += text;
      continue;
    }
    if (token.kind === 'open') {
      if (token.name === 'img') written = true;
      const mark = historyMark(html, token);
      const quoting = mark !== null && (mark !== 'blockquote' || /\bcite\b/i.test(attributeOf(tagOf(html, token), 'type')));
      const said = isVisible(line.text) ? line : previous;
      // The attribution line belongs to the history that it announces.
      if (mark !== null && mark !== 'open-ended' && isAttributionLine(said.text)) {
        return hasText(html, said.at) ? { at: said.at, stack: said.stack, openEnded: false } : null;
      }
      // A history with nothing above it: the author wrote below, or nothing.
      if (quoting && !written && !isVisible(line.text)) return null;
      if (quoting) return { at: token.start, stack: stack.now(), openEnded: mark === 'open-ended' };
      if (written && rules < mostRules && isRuled(html, token)) {
        rules += 1;
        if (startsHeaderBlock(html, token)) return { at: token.start, stack: stack.now(), openEnded: true };
      }
    }
    const before = stack.depth() <= deepest && blocks.has(token.name) ? stack.now() : null;
    stack.take(token);
    if (before === null) continue;
    if (isVisible(line.text)) {
      if (written && markerOf(line.text) !== null) return { at: line.at, stack: line.stack, openEnded: true };
      written = true;
      previous = line;
    }
    const opens = token.kind === 'open' && !token.empty;
    line = { at: opens ? token.start : token.end, stack: opens ? before : stack.now(), text: '' };
  }
  return null;
}

function historyMark(html: string, token: HtmlToken): 'closed' | 'open-ended' | 'blockquote' | null {
  if (token.name === 'blockquote' && !historyMarks.test(attributeOf(tagOf(html, token), 'class'))) return 'blockquote';
  if (token.end - token.start < 8 || token.name === 'a') return null;
  const tag = tagOf(html, token);
  for (const attribute of ['class', 'id', 'name'] as const) {
    const value = attributeOf(tag, attribute);
    if (value !== '' && historyMarks.test(value)) return openEnded.test(value) ? 'open-ended' : 'closed';
    if (attribute === 'name' && token.name === 'div' && value === 'quote') return 'closed';
  }
  return null;
}

// Outlook for Windows marks its header block only by a line above it; so do some by <hr>.
function isRuled(html: string, token: HtmlToken): boolean {
  return token.name === 'hr' || (token.name === 'div' && outlookBorder.test(attributeOf(tagOf(html, token), 'style')));
}

function startsHeaderBlock(html: string, token: HtmlToken): boolean {
  let text = '';
  const near = html.slice(token.end, token.end + 3000);
  for (const next of htmlTokens(near)) {
    if (next.kind === 'text') text += visibleText(near.slice(next.start, next.end));
    else if (blocks.has(next.name) && isVisible(text)) break;
  }
  return headerOf(tidy(text)) === 'from' || headerOf(tidy(text)) === 'sent';
}

function isAttributionLine(text: string): boolean {
  const line = tidy(text);
  return line !== '' && line.length <= 400 && judge(line) !== null;
}

function hasText(html: string, end: number): boolean {
  for (const token of htmlTokens(html.slice(0, end))) {
    if (token.kind === 'text' && tidy(visibleText(html.slice(token.start, token.end)).slice(0, 1000)) !== '') return true;
  }
  return false;
}

/** Whether text stands outside every quotation once the first one has ended, a signature aside. */
function writesBelow(html: string, cut: Cut): boolean {
  const rest = html.slice(cut.at);
  let quoted = 0;
  let ended = false;
  let container: { name: string; depth: number } | null = null;
  let depth = 0;
  let signature = false;
  let text = '';
  for (const token of htmlTokens(rest)) {
    if (token.kind === 'text') {
      if (ended && quoted === 0 && text.length < 200) text += visibleText(rest.slice(token.start, Math.min(token.end, token.start + 500)));
      continue;
    }
    if (token.empty) continue;
    if (token.kind === 'open') {
      if (/signature/i.test(attributeOf(tagOf(rest, token), 'class')) && ended) signature = true;
      container ??= { name: token.name, depth };
      if (token.name === 'blockquote') quoted += 1;
      if (token.name === container.name) depth += 1;
    } else {
      if (token.name === 'blockquote' && quoted > 0) {
        quoted -= 1;
        if (quoted === 0) ended = true;
      }
      if (container !== null && token.name === container.name) {
        depth -= 1;
        // moz-cite-prefix and its like end before the quotation; the blockquote is still to come.
        if (depth === 0 && !/blockquote/i.test(rest.slice(token.end, token.end + 400))) ended = true;
      }
    }
    if (signature) return false;
    if (isVisible(text) && !/^-- ?$/.test(text.trim())) return true;
    if (/^-- ?$/.test(text.trim())) return false;
  }
  return isVisible(text);
}

function tagOf(html: string, token: HtmlToken): string {
  return html.slice(token.start, Math.min(token.end, token.start + 2000));
}

/** The elements open at a place; unmatched end tags are ignored. Linear over a whole document. */
function openElements(): { take: (token: HtmlToken) => void; now: () => readonly HtmlToken[]; depth: () => number } {
  const open: HtmlToken[] = [];
  const counts = new Map<string, number>();
  return {
    now: () => open.filter((t) => t.name !== 'html' && t.name !== 'body' && t.name !== 'head'),
    depth: () => open.length,
    take: (token) => {
      if (token.kind === 'open') {
        if (token.empty) return;
        // A block ends an open paragraph (HTML, 13.1.2.4 optional tags).
        if (blocks.has(token.name) && open.at(-1)?.name === 'p') counts.set('p', (counts.get(open.pop()?.name ?? 'p') ?? 1) - 1);
        open.push(token);
        counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
        return;
      }
      if ((counts.get(token.name) ?? 0) === 0) return;
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
        if (last.name === token.name) return;
      }
    },
  };
}
