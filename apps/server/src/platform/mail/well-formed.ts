/** PostgreSQL takes no NUL and no half surrogate pairs in text or JSON; mails bring both. Cut to `max` characters. */
export function wellFormed(text: string, max = Infinity): string {
  const whole = text.length > max ? text.slice(0, max) : text;
  return whole.replaceAll('\0', '').toWellFormed();
}

/** The same for one line. */
export function wellFormedLine(text: string, max = 500): string {
  return wellFormed(text.slice(0, max * 2).replace(/[\r\n\t]+/g, ' ').trim(), max);
}
