import { htmlSkeleton } from './render-safe.ts';

const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'center', 'address', 'pre', 'blockquote', 'hr', 'caption']);
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'pre', 'blockquote']);
const lines = new Set(['li', 'tr', 'dt', 'dd']);
const empty = new Set(['br', 'hr', 'img', 'col']);
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

type Open = { tag: string; hidden: boolean; href?: string; from?: number; counter?: number };

function unescape(value: string): string {
  return value.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity]!);
}

function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return null;
  const start = at + name.length + 3;
  return unescape(tag.slice(start, tag.indexOf('"', start)));
}

/**
 * HTML as plain text: paragraphs and lists keep their lines, a link becomes `text (url)`, quotes get `> `.
 * It reads the sanitised form, where tags are well-formed and every other angle bracket is escaped,
 * so a plain scan is exact and takes linear time.
 */
export function htmlToText(html: string): string {
  const source = htmlSkeleton(html);
  const out: string[] = [];
  let line = '';
  let quotes = 0;
  let blank = true; // nothing since the last blank line
  let hidden = 0;
  let pre = 0;
  let indent = '';
  const stack: Open[] = [];

  const endLine = (): void => {
    const text = pre > 0 ? line.trimEnd() : line.trim();
    if (text) {
      out.push('> '.repeat(Math.min(quotes, 10)) + indent + text);
      blank = false;
    }
    line = '';
    indent = '';
  };
  const blankLine = (): void => {
    endLine();
    if (!blank) out.push('> '.repeat(Math.min(quotes, 10)).trimEnd());
    blank = true;
  };
  const hardBreak = (): void => {
    if (line.trim() || !out.length) endLine();
    else blankLine();
  };
  const addText = (raw: string): void => {
    if (hidden > 0) return;
    const value = unescape(raw).replace(/\u200b|\u00ad|\u034f|\ufeff/g, '');
    if (pre > 0) {
      const parts = value.split('\n');
      parts.forEach((part, i) => {
        line += part;
        if (i < parts.length - 1) {
          if (line.trim()) endLine();
          else out.push('> '.repeat(Math.min(quotes, 10)).trimEnd());
        }
      });
      return;
    }
    const folded = value.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    line += line === '' || line.endsWith(' ') ? folded.trimStart() : folded;
  };
  const isInnerList = (name: string): boolean => (name === 'ul' || name === 'ol') && stack.some((open) => open.tag === 'li');
  const openTag = (tag: string, name: string): void => {
    const style = attribute(tag, 'style') ?? '';
    const entry: Open = { tag: name, hidden: style.includes('none') || style.includes('mso-hide') };
    if (entry.hidden) hidden++;
    if (hidden === 0) {
      if (spaced.has(name) && !isInnerList(name)) blankLine();
      else if (blocks.has(name) || lines.has(name)) endLine();
      if (name === 'blockquote') quotes++;
      if (name === 'pre') pre++;
      if (name === 'ol') entry.counter = Number(attribute(tag, 'start') ?? 1) || 1;
      if (name === 'li') {
        const list = stack.findLast((open) => open.tag === 'ol' || open.tag === 'ul');
        const depth = stack.filter((open) => open.tag === 'ol' || open.tag === 'ul').length;
        indent = '  '.repeat(Math.max(0, Math.min(depth, 8) - 1));
        line = list?.counter ? `${list.counter++}. ` : '- ';
      }
      if ((name === 'td' || name === 'th') && line.trim()) line += line.endsWith(' ') ? '' : ' ';
      if (name === 'a') {
        entry.href = attribute(tag, 'href') ?? undefined;
        entry.from = line.length;
      }
    }
    stack.push(entry);
  };
  const closeTag = (name: string): void => {
    const entry = stack.pop();
    if (!entry) return;
    if (hidden === 0) {
      if (entry.href) {
        const label = line.slice(entry.from).trim();
        const target = entry.href.replace(/^(mailto|tel):/i, '');
        const same =
          label === target ||
          label === entry.href ||
          entry.href.replace(/^https?:\/\//i, '').replace(/\/$/, '') === label.replace(/^https?:\/\//i, '').replace(/\/$/, '');
        if (label && !same && out.length < 20_000) line = `${line.trimEnd()} (${target})`;
      }
      if (name === 'blockquote') {
        endLine();
        while (out.length && /^[> ]+$/.test(out[out.length - 1]!)) out.pop();
        quotes--;
        blank = out.length === 0;
        blankLine();
      } else if (name === 'pre') {
        endLine();
        pre--;
        blankLine();
      } else if (spaced.has(name) && !isInnerList(name)) blankLine();
      else if (blocks.has(name) || lines.has(name)) endLine();
    }
    if (entry.hidden) hidden--;
  };

  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      addText(source.slice(at));
      break;
    }
    if (open > at) addText(source.slice(at, open));
    const close = source.indexOf('>', open);
    if (close < 0) break;
    const tag = source.slice(open + 1, close);
    at = close + 1;
    if (tag[0] === '/') closeTag(tag.slice(1).trim());
    else {
      const space = tag.search(/[ /]/);
      const name = space < 0 ? tag : tag.slice(0, space);
      if (!empty.has(name)) openTag(tag, name);
      else if (hidden === 0 && name === 'br') hardBreak();
      else if (hidden === 0 && name === 'hr') {
        endLine();
        line = '---';
        endLine();
      }
    }
  }
  endLine();
  while (out.length && !out[out.length - 1]!.replace(/[> ]/g, '')) out.pop();
  return out.join('\n');
}
