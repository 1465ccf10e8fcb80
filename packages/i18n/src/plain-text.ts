/** A message that says the same whatever it is given: nothing in it is syntax of ICU MessageFormat. */
export function isPlainText(text: string): boolean {
  return !/[{}']/.test(text);
}
