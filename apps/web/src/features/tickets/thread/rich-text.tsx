import './rich-text.css';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Attachment } from '../store/types.ts';
import { OutsideLink } from './plain-text.tsx';

/** Elements that our own editor makes; anything else is shown as its text. No attribute but a link's address survives. */
const plainTags: Record<string, string> = {
  P: 'p', BR: 'br', STRONG: 'strong', B: 'strong', EM: 'em', I: 'em', S: 's', U: 'u', UL: 'ul', OL: 'ol', LI: 'li', BLOCKQUOTE: 'blockquote', PRE: 'pre', CODE: 'code', H1: 'p', H2: 'p', H3: 'p', HR: 'hr',
};
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE', 'IFRAME', 'OBJECT', 'NOSCRIPT']);
const deepest = 40;

/**
 * What an agent wrote in our editor, built as React elements from a parsed, inert document: no HTML string ever reaches
 * the page. Mail from outside goes into MailFrame instead.
 */
export function RichText({ html, attachments = [] }: { html: string; attachments?: readonly Attachment[] }) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return <div className="rich-text max-w-[72ch] break-words">{children(parsed.body, 0, attachments)}</div>;
}

function children(node: Node, depth: number, attachments: readonly Attachment[]): ReactNode[] {
  if (depth > deepest) return [node.textContent];
  return [...node.childNodes].map((child, at) => <Fragment key={at}>{render(child, depth + 1, attachments)}</Fragment>);
}

/** Pictures are the message's own files, by Content-ID, or by their id until the server has answered. */
function picture(element: Element, attachments: readonly Attachment[]): ReactNode {
  const source = element.getAttribute('src') ?? '';
  const id = Number(element.getAttribute('data-file'));
  const file = attachments.find((each) => (source.startsWith('cid:') ? each.content_id === source.slice('cid:'.length) : id > 0 && each.id === id));
  return file && file.type.startsWith('image/') ? <a href={file.url} target="_blank" rel="noreferrer"><img src={file.url} alt={element.getAttribute('alt') || file.name} loading="lazy" /></a> : null;
}

function render(node: Node, depth: number, attachments: readonly Attachment[]): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || dropped.has(node.tagName)) return null;
  if (node.tagName === 'A') {
    const href = node.getAttribute('href') ?? '';
    return /^(?:https?:\/\/|mailto:|tel:)/i.test(href) ? <OutsideLink href={href}>{children(node, depth, attachments)}</OutsideLink> : children(node, depth, attachments);
  }
  if (node.tagName === 'IMG') return picture(node, attachments);
  if (node.hasAttribute('data-mention')) return <span className="mention">{node.textContent}</span>;
  const tag = plainTags[node.tagName];
  if (!tag) return children(node, depth, attachments);
  return tag === 'br' || tag === 'hr' ? createElement(tag) : createElement(tag, null, ...children(node, depth, attachments));
}
