import { Button } from '@ombud/ui';
import { PenLine } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { usePresence } from '../presence/presence-store.ts';
import type { Message } from '../store/types.ts';
import type { useMeanwhile } from './use-meanwhile.ts';

export interface ComposerWarningsProps {
  ticket: number;
  newest: Message | undefined;
  show: boolean;
  meanwhile: ReturnType<typeof useMeanwhile>;
  conflict: boolean;
  onUnderstood(): void;
}

/** A colleague is writing, or somebody has written: said in words above the text, not only by a dot. */
export function ComposerWarnings({ ticket, newest, show, meanwhile, conflict, onUnderstood }: ComposerWarningsProps) {
  const t = useT();
  const writing = usePresence(ticket).filter((agent) => agent.state === 'writing');
  if (!show) return null;
  return (
    <>
      {writing.length > 0 && (
        <p role="status" className="flex items-center gap-2 rounded-t-[9px] border-b border-line-soft bg-accent-soft px-3.5 py-1.5 text-small text-accent-text">
          <PenLine aria-hidden className="size-3.5 shrink-0" />
          {t('composer.warning.writing', { names: writing.map((agent) => agent.name).join(', '), count: writing.length })}
        </p>
      )}
      {(meanwhile.arrived || conflict) && newest && (
        <div role="alert" className="flex items-center gap-2 rounded-t-[9px] border-b border-line-soft bg-amber-soft px-3.5 py-1.5 text-small text-amber">
          <span className="min-w-0 flex-1">
            <b>{t('composer.warning.meanwhile', { who: newest.author.name })}</b> <span className="line-clamp-2">{newest.reply_text.slice(0, 200)}</span>
          </span>
          <Button tone="outline" onClick={onUnderstood}>{t('composer.warning.understood')}</Button>
        </div>
      )}
    </>
  );
}
