import { useEffect, useState } from 'react';

/** ms; a finger's click comes some time after it was lifted */
const clickAfter = 300;

/**
 * Whether a button is held down, and what tells it: nothing may take a button's place meanwhile, since a click needs its
 * two ends on the same one.
 */
export function useHeld() {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!held) return;
    let timer = 0;
    const lifted = () => (timer = window.setTimeout(setHeld, clickAfter, false));
    addEventListener('pointerup', lifted);
    addEventListener('pointercancel', lifted);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerup', lifted);
      removeEventListener('pointercancel', lifted);
    };
  }, [held]);
  return { held, hold: { onPointerDown: () => setHeld(true), onClick: () => setHeld(false) } };
}
