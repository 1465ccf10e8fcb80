/** A text without its markup; paragraphs and line breaks stay lines. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/(?:p|li|blockquote|pre)>/gi, '$&\n'), 'text/html');
  return (body.textContent ?? '').trim();
}
