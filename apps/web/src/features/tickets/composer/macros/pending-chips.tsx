import { Button } from '@ombud/ui';
import { X, Zap } from 'lucide-react';
import { useT } from '../../../../lib/i18n.ts';
import { useChangeWords } from '../../macros/change-words.ts';
import { partsOf, withoutPart } from '../../macros/pending-changes.ts';
import type { PendingChanges } from '../../macros/types.ts';

export interface PendingChipsProps {
  changes: PendingChanges;
  /** Nothing is written, so nothing will be sent along with it */
  alone: boolean;
  onChange(changes: PendingChanges): void;
  onApply(): void;
}

/** What sending will do with the ticket, each of it to be taken away. */
export function PendingChips({ changes, alone, onChange, onApply }: PendingChipsProps) {
  const t = useT();
  const words = useChangeWords();
  const parts = partsOf(changes);
  if (parts.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 pb-2 text-small">
      <span className="inline-flex items-center gap-1 text-faint"><Zap aria-hidden className="size-3.5" />{t('macros.withSend')}</span>
      <ul aria-label={t('macros.doesWithSend')} className="contents">
        {parts.map((part) => (
          <li key={part.key} className="inline-flex h-6 max-w-full min-w-0 items-center gap-0.5 rounded-[5px] bg-accent-soft pl-1.5 text-accent-text">
            <span title={words(part)} className="truncate">{words(part)}</span>
            <button type="button" aria-label={t('macros.dropAction', { action: words(part) })} onClick={() => onChange(withoutPart(changes, part))} className="grid size-6 shrink-0 place-items-center rounded-sm opacity-80 hover:opacity-100">
              <X className="size-3" />
            </button>
          </li>
        ))}
      </ul>
      {alone && <Button tone="plain" onClick={onApply}>{t('macros.applyNow')}</Button>}
    </div>
  );
}
