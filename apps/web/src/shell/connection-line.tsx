import { useEffect, useState } from 'react';
import { useT } from '../lib/i18n.ts';
import { useConnectionState } from '../lib/live.ts';

/** A quiet line, and only after 2 s: a short break is nobody's business. */
export function ConnectionLine() {
  const t = useT();
  const broken = useConnectionState() !== 'open';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!broken) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 2_000);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div id="connection" role="status" className="pointer-events-none fixed inset-x-0 top-0 z-20 flex justify-center gap-1 max-desk:static max-desk:order-first">
      {shown && <span className="rounded-b-md bg-amber-soft px-3 py-0.5 text-small text-amber">{t('shell.reconnecting')}</span>}
    </div>
  );
}
