import { isApple } from '@ombud/ui';
import { readCombo } from './combo.ts';
import { forgetHeld, giveToField, holdTyping, isField, takesForLater } from './held-typing.ts';
import { createMatcher } from './matcher.ts';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (isField(target) || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return false;
  // A list or a menu finds its items by typing their first letters.
  return target.closest('[role="combobox"],[role="listbox"],[role="menu"],[role="textbox"]') !== null;
}

/** In a dialog only its own keys count; those of the page behind it rest. */
function isCovered(target: EventTarget | null): boolean {
  const inside = target instanceof HTMLElement && target.closest('[role="dialog"],[role="alertdialog"],[role="menu"]');
  return Boolean(inside) || document.querySelector('[role="dialog"][data-open]:not([data-nested-dialog-open]),[role="alertdialog"][data-open]') !== null;
}

/** What Enter and Space do on a control by themselves is not taken from it. */
function isControlsOwn(combo: string, target: EventTarget | null): boolean {
  return (combo === 'enter' || combo === 'space') && target instanceof HTMLElement && target.closest('a[href],button,summary,[role="button"],[role="tab"],[role="separator"]') !== null;
}

/** One listener feeds every command of the registry. Returns what takes it away. */
export function listenForKeys(): () => void {
  const matcher = createMatcher();

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    if (takesForLater(event)) return event.preventDefault();
    const combo = readCombo(event, isApple);
    if (!combo || isControlsOwn(combo, event.target) || (isCovered(event.target) && combo !== 'mod+k')) return;
    const waiting = matcher.isWaiting(event.timeStamp);
    const command = matcher.press(combo, event.timeStamp, isTyping(event.target));
    if (!command) {
      // The second stroke of a sequence must not scroll or search in the page.
      if (waiting) event.preventDefault();
      return;
    }
    event.preventDefault();
    // A held key repeats moves, but sends a message only once.
    if (event.repeat && !command.keysOnly) return;
    command.run();
    if (command.leadsToField) holdTyping(event.timeStamp);
  }

  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('focusin', giveToField);
  window.addEventListener('pointerdown', forgetHeld);
  return () => {
    forgetHeld();
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('focusin', giveToField);
    window.removeEventListener('pointerdown', forgetHeld);
  };
}
