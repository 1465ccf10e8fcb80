import { useEffect, useState } from 'react';
import { openUnsent, unsent } from '../features/tickets/index.ts';
import { useT } from '../lib/i18n.ts';
import { useConnectionState } from '../lib/live.ts';
import { useStore } from '../lib/store.ts';

/** A quiet line, and only after 2 s: a short break is nobody's business. What was refused is said at once. */
export function ConnectionLine() {
  const t = useT();
  const broken = useConnectionState() !== 'open';
  const all = useStore(unsent);
  const refused = all.filter((action) => action.refused !== null).length;
  const uneasy = broken || all.length > 0;
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!uneasy) {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), 2_000);
    return () => clearTimeout(timer);
  }, [uneasy]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-20 flex justify-center">
      {(long || refused > 0) && (
        <span className="flex min-h-6 items-center gap-2 rounded-b-md bg-amber-soft px-3 text-small text-amber shadow-low">
          {broken && t('shell.reconnecting')}
          {all.length > 0 && (
            <button type="button" onClick={openUnsent} className="pointer-events-auto min-h-target font-strong underline underline-offset-2">
              {refused > 0 ? t('around.unsent.refusedCount', { count: refused }) : t('around.unsent.count', { count: all.length })}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
