import { useMemo, useRef, useState } from 'react';
import { settle } from '../../../lib/steady-order.ts';
import { keyOf, type BaseEntry } from './base-queries.ts';

/** The rows to show: while they are `held` their order stays, though what they say does not. `of`: which list they are. */
export function useSteadyBase(items: readonly BaseEntry[] | undefined, of: string) {
  const [held, setHeld] = useState(false);
  const [settled, setSettled] = useState<{ shown: string[]; of: string; items: readonly BaseEntry[] | undefined; held: boolean }>({ shown: [], of, items: undefined, held });
  const lastKnown = useRef(new Map<string, BaseEntry>());
  const wanted = useMemo(() => items?.map(keyOf) ?? [], [items]);

  // Worked out while rendering, as in the inbox: an effect would paint the jump first.
  let { shown } = settled;
  if (settled.of !== of || settled.items !== items || settled.held !== held) {
    const isFresh = settled.of !== of || settled.items === undefined;
    ({ shown } = settle(isFresh ? [] : shown, wanted, held));
    setSettled({ shown, of, items, held });
  }
  const rows = useMemo(() => {
    for (const entry of items ?? []) lastKnown.current.set(keyOf(entry), entry);
    return items && shown.flatMap((key) => lastKnown.current.get(key) ?? []);
  }, [items, shown]);
  return {
    rows,
    /** The order by now is another */
    isBehind: shown.join() !== wanted.join(),
    /** Until the hand moves again, so that what was just done shows */
    letGo: () => setHeld(false),
    /** For what is around the rows */
    hand: {
      onPointerMove: ({ movementX, movementY }: { movementX: number; movementY: number }) => (movementX !== 0 || movementY !== 0) && setHeld(true),
      onPointerLeave: () => setHeld(false),
    },
  };
}
