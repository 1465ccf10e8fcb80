import { Chip } from '@ombud/ui';
import { AlarmClock, X } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { TicketDetail } from '../store/types.ts';

/** Says until when a ticket is snoozed, and wakes it. */
export function SnoozedChip({ ticket, may, onWake }: { ticket: TicketDetail; may: boolean; onWake(): void }) {
  const t = useT();
  const formats = useFormats();
  const { snoozed_until: until } = ticket;
  if (until === null) return null;
  const words = until === 'reply' ? t('tickets.row.snoozedReply') : t('tickets.row.snoozed', { time: formats.dateTime(new Date(until)) });
  return (
    <span className="inline-flex max-w-full items-center">
      <Chip tone="violet" icon={<AlarmClock aria-hidden className="size-3 shrink-0" />} className={may ? 'rounded-r-none pr-1' : undefined}>{words}</Chip>
      {may && (
        <button type="button" aria-label={t('work.snooze.wake')} title={t('work.snooze.wake')} onClick={onWake} className="grid h-5 min-w-6 place-items-center rounded-r-[5px] bg-violet-soft text-violet hover:brightness-97 coarse:size-8">
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
