const blocks = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'PRE', 'TR', 'TABLE']);

/** What somebody wrote themselves, line by line: without what they quote. */
export function ownText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('blockquote, .gmail_quote, style, script, pre, code')) element.remove();
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    else if (node.nodeName === 'BR') parts.push('\n');
    else {
      for (const child of node.childNodes) walk(child);
      if (blocks.has(node.nodeName)) parts.push('\n');
    }
  };
  walk(body);
  return parts.join('');
}
