/** How a message begins, where it stands among other things: without its blank lines, which would take half of the room. */
export function Excerpt({ text }: { text: string }) {
  return <blockquote className="m-0 line-clamp-4 border-l-2 border-line pl-3 whitespace-pre-line text-muted [overflow-wrap:anywhere]">{text.replaceAll(/\n\s*\n/g, '\n')}</blockquote>;
}

const longest = 600;

/** The plain words of what an editor made, a paragraph a line. */
export function textIn(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replaceAll(/<\/(?:p|li|pre|blockquote)>|<br\s*\/?>/gi, '$&\n'), 'text/html');
  return (body.textContent ?? '').replaceAll(/\n{3,}/g, '\n\n').trim().slice(0, longest);
}
