import { Kbd } from '@ombud/ui';
import { Handshake } from 'lucide-react';
import { useT } from '../../../../lib/i18n.ts';

/** At least so much of it is typed before it is offered. */
const least = 3;

/** Whether what stands after the slash begins the command for a promise, in the agent's language or in English. */
export function isPromiseWord(query: string, word: string): boolean {
  const typed = query.trim().toLocaleLowerCase();
  return typed.length >= least && [word, 'promise'].some((each) => each.toLocaleLowerCase().startsWith(typed));
}

/** The one command among the macros. */
export function PromiseSlash({ onTake }: { onTake(): void }) {
  const t = useT();
  return (
    <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={onTake} className="flex min-h-11 w-full items-center gap-2 bg-pressed px-3.5 text-left">
      <Handshake aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{t('commitments.make')}</span>
      <Kbd keys="enter" className="coarse:hidden" />
    </button>
  );
}
