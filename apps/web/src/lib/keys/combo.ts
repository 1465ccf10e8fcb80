/** What a key event has to say for a combination to be read from it; KeyboardEvent fits. */
export interface KeyStroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  getModifierState?(name: string): boolean;
}

const names: Record<string, string> = {
  ' ': 'space', Enter: 'enter', Escape: 'esc', ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Backspace: 'backspace', Delete: 'delete', Home: 'home', End: 'end', PageUp: 'pageup', PageDown: 'pagedown',
};

/**
 * The combination as the registry writes it: "j", "shift+j" (never for signs: "?" is "?"), "mod+enter".
 * Alt-letter gives null: on many Mac layouts Option with a letter types a sign, and no key of ours may take it.
 * But a sign that needs Alt or AltGr to be typed, such as "[" on a German keyboard, is that sign.
 */
export function readCombo(stroke: KeyStroke, onApple: boolean): string | null {
  const { key } = stroke;
  if (key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'AltGraph' || key === 'Dead' || key === 'Process') return null;
  const named = names[key];
  const sign = !named && [...key].length === 1 && !/[\p{L}\p{N}]/u.test(key);
  const altGraph = stroke.getModifierState?.('AltGraph') === true;
  if (altGraph && !sign) return null;
  const ctrl = stroke.ctrlKey && !altGraph;
  const mod = onApple ? stroke.metaKey : ctrl;
  if (onApple ? ctrl : stroke.metaKey) return null;
  if (stroke.altKey && !sign) return null;
  const parts: string[] = [];
  if (mod) parts.push('mod');
  if (stroke.shiftKey && !sign) parts.push('shift');
  parts.push(named ?? key.toLowerCase());
  return parts.join('+');
}

/** Single keys are what speech input and slips of the hand set off (WCAG 2.1.4); sequences start with one. */
export function isSingleKey(combo: string): boolean {
  const strokes = combo.split(' ');
  return strokes.some((stroke) => !stroke.startsWith('mod+') && [...stroke.replace('shift+', '')].length === 1);
}
