/** format=flowed to paragraphs (RFC 3676 §4): soft breaks join lines of one quote depth, never a signature. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; text: string } | null = null;
  const flush = (): void => {
    if (open) out.push((open.depth > 0 ? '>'.repeat(open.depth) + ' ' : '') + open.text);
    open = null;
  };
  for (const line of text.split('\n')) {
    let depth = 0;
    while (line[depth] === '>') depth++;
    let content = line.slice(depth);
    if (content[0] === ' ') content = content.slice(1);
    const soft = content.endsWith(' ') && content !== '-- ';
    const body = soft && delSp ? content.slice(0, -1) : content;
    const current = open as { depth: number; text: string } | null; // the closure's writes are invisible to narrowing
    if (current && current.depth === depth && content !== '-- ') current.text += body;
    else {
      flush();
      open = { depth, text: body };
    }
    if (!soft) flush();
  }
  flush();
  return out.join('\n');
}
