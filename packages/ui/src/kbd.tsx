import { cx } from './cx.ts';
import { isApple } from './platform.ts';

const apple: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃', enter: '↵', esc: 'esc' };
const other: Record<string, string> = { mod: 'Ctrl', shift: '⇧', alt: 'Alt', ctrl: 'Ctrl', enter: '↵', esc: 'Esc' };
const common: Record<string, string> = { up: '↑', down: '↓', left: '←', right: '→', backspace: '⌫', space: '␣' };

/** "mod+shift+enter" → ["⌘","⇧","↵"]; "g i" is a sequence of two strokes. */
export function keyLabels(combo: string, onApple = isApple): string[][] {
  const names = { ...common, ...(onApple ? apple : other) };
  return combo.split(' ').map((stroke) =>
    // "+" itself is a key: a trailing empty part stands for it.
    stroke.split(/\+(?=.)/).map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
  );
}

/** For `aria-keyshortcuts`: "mod+enter" → "Meta+Enter" or "Control+Enter". Sequences cannot be written there. */
export function ariaKeys(combo: string, onApple = isApple): string | undefined {
  if (combo.includes(' ')) return undefined;
  const names: Record<string, string> = { mod: onApple ? 'Meta' : 'Control', shift: 'Shift', alt: 'Alt', ctrl: 'Control', enter: 'Enter', esc: 'Escape', up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' };
  return combo.split(/\+(?=.)/).map((part) => names[part] ?? part).join('+');
}

export function Kbd({ keys, plain = false, className }: { keys: string; plain?: boolean; className?: string }) {
  return (
    <kbd className={cx('inline-flex items-center gap-0.5 font-sans text-small', className)}>
      {keyLabels(keys).map((stroke, at) => (
        <span
          key={at}
          className={plain ? 'opacity-90' : 'min-w-5 rounded-sm bg-chip px-1 text-center leading-5 text-muted'}
        >
          {stroke.join(stroke.some((part) => part.length > 1) ? ' ' : '')}
        </span>
      ))}
    </kbd>
  );
}
