import { cx, Popover } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Timer, TimerOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useStore } from '../../../lib/store.ts';
import type { TicketDetail } from '../store/types.ts';
import { workOptions } from '../work/work-queries.ts';
import { paused, running, useStopwatch } from './use-stopwatch.ts';

const TimePanel = lazy(async () => ({ default: (await import('./time-panel.tsx')).TimePanel }));

/** How long the ticket has taken so far, counting on quietly; a press shows by whom, and lets it be corrected. */
export function TimeButton({ ticket, may }: { ticket: TicketDetail; may: boolean }) {
  const t = useT();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const time = useQuery(workOptions(ticket.number)).data?.time;
  const tracked = time?.tracked === true;
  useStopwatch(ticket.number, tracked && may);
  const now = useStore(running);
  const rests = useStore(paused);
  useCommands([{ id: 'ticket.time', label: 'work.time.show', group: 'ticket', icon: <Timer />, keys: ['shift+t'], enabled: tracked, run: () => setOpen(true) }], ticket.number);
  if (!time || !tracked) return null;
  const spent = formats.duration(time.total_seconds + (now?.ticket === ticket.number ? now.minutes * 60 : 0));
  const Icon = rests ? TimerOff : Timer;
  return (
    <Popover
      label={t('work.time')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-80"
      trigger={
        <button type="button" aria-label={t('work.time.spent', { time: spent })} title={t('work.time.spent', { time: spent })} className={cx('tabular inline-flex h-6 min-h-target items-center gap-1 rounded-[5px] px-1 text-small text-faint hover:bg-pressed hover:text-text data-[popup-open]:bg-pressed')}>
          <Icon aria-hidden className="size-3.5" />
          {spent}
        </button>
      }
    >
      {open && <Suspense><TimePanel ticket={ticket} may={may} /></Suspense>}
    </Popover>
  );
}
