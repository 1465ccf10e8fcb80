import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** At the end of a beginning: what follows, and how much of it there is. */
export function ShowAll({ onShow, children }: { onShow(): void; children: ReactNode }) {
  return (
    <button type="button" onClick={onShow} className="mt-1.5 flex min-h-target items-center gap-1 rounded-md bg-accent-soft px-2.5 py-1 text-small font-strong text-accent-text hover:brightness-97">
      <ChevronDown aria-hidden className="size-3.5" />
      {children}
    </button>
  );
}
