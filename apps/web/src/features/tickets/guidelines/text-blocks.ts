export type TextBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** Plain text as it was meant: an empty line ends a paragraph, lines that begin with "- " are a list. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = /^\s{0,20}[-*•] (.*)$/.exec(line)?.[1];
    if (line.trim() === '') {
      open = null;
    } else if (item !== undefined) {
      if (open?.kind === 'list') open.items.push(item);
      else blocks.push((open = { kind: 'list', items: [item] }));
    } else if (open?.kind === 'paragraph') {
      open.text += `\n${line}`;
    } else {
      blocks.push((open = { kind: 'paragraph', text: line }));
    }
  }
  return blocks;
}
