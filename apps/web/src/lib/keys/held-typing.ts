/**
 * What somebody types right after a key that leads to a field (a search, a dialog) while the field is still on its way.
 * Without a place to go, the letters of "/lamp" would each act as a key of the screen behind. They are held, and go into
 * the field as soon as one has the focus.
 */

/** ms after the last key; a field that has not come by then will not come. */
const patience = 5_000;

let held: { text: string; until: number } | null = null;

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !notTyped.has(target.type));
}

const notTyped = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

export function holdTyping(now: number): void {
  held = isField(document.activeElement) ? null : { text: '', until: now + patience };
}

export function forgetHeld(): void {
  held = null;
}

/** True when the key was taken and means nothing else. */
export function takesForLater(event: KeyboardEvent): boolean {
  if (!held) return false;
  if (event.timeStamp > held.until || isField(event.target) || event.ctrlKey || event.metaKey) {
    held = null;
    return false;
  }
  if (event.key === 'Shift' || event.key === 'AltGraph' || event.key === 'Dead') return false;
  if (event.key === 'Backspace') held.text = held.text.slice(0, -1);
  else if ([...event.key].length === 1) held.text += event.key;
  else {
    held = null;
    return false;
  }
  held.until = event.timeStamp + patience;
  return true;
}

/** A field has the focus: what was held for it is typed into it. */
export function giveToField(event: FocusEvent): void {
  if (!held || !isField(event.target)) return;
  const { text } = held;
  held = null;
  // The one way to type into a field that its undo and its listeners take for typing; it is in every browser we build for.
  if (text) document.execCommand('insertText', false, text);
}
