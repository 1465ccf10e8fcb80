import { useState } from 'react';
import { useHeld } from './use-held.ts';
import { useLater } from './use-later.ts';

/**
 * A menu that is fetched when the page is calm, behind a button that stands in for its own until then: whoever comes near
 * has it fetched at once, whoever has the focus keeps it, and a press opens it as soon as it is there.
 */
export function useLaterMenu<Part>(load: () => Promise<Part>) {
  const [early, setEarly] = useState({ wanted: false, focused: false, pressed: false });
  const { held, hold } = useHeld();
  const part = useLater(load, early.wanted || held);
  return {
    part: held ? null : part,
    /** For the button that stands in */
    standIn: {
      onPointerEnter: () => setEarly((before) => ({ ...before, wanted: true })),
      onPointerDown: hold.onPointerDown,
      onFocus: () => setEarly((before) => ({ ...before, wanted: true, focused: true })),
      onBlur: () => setEarly((before) => ({ ...before, focused: false, pressed: false })),
      onClick: () => {
        hold.onClick();
        setEarly((before) => ({ ...before, wanted: true, pressed: true }));
      },
    },
    /** For the menu that takes its place */
    start: { defaultOpen: early.pressed, autoFocus: early.focused },
  };
}
