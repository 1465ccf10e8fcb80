/** The beginning of a message as a list row shows it: one line, at most 160 characters. */
export function lastLine(replyText: string): string {
  const flat = replyText.slice(0, 2_000).replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  return characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : flat;
}
