import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator } from '@ombud/ui';
import { AlarmClock, AlarmClockOff, CalendarClock, CalendarDays, Clock3, MessageCircleReply, Sunrise } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import type { TicketDetail } from '../store/types.ts';
import { snoozePresets, type SnoozePreset } from './snooze-times.ts';

const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze-dialog.tsx')).SnoozeDialog }));

const icons: Record<SnoozePreset, ReactNode> = { laterToday: <Clock3 />, tomorrow: <Sunrise />, nextWeek: <CalendarDays /> };

export interface SnoozeMenuProps {
  ticket: TicketDetail;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** A moment, `reply` for until the customer writes, or null to wake it */
  onSnooze(until: string | null): void;
}

/** Out of sight until a time, or until the customer writes. */
export function SnoozeMenu({ ticket, open, onOpenChange, onSnooze }: SnoozeMenuProps) {
  const t = useT();
  const formats = useFormats();
  const zone = useMe().agent.time_zone;
  const [picking, setPicking] = useState(false);
  const now = new Date();
  const isSoon = (at: Date) => formats.date(at) === formats.date(now);
  return (
    <>
      <Menu open={open} onOpenChange={onOpenChange} align="end" trigger={<IconButton label={t('work.snooze')} keys="h" icon={<AlarmClock />} pressed={ticket.snoozed_until !== null || undefined} />}>
        <MenuLabel>{t('work.snooze.until')}</MenuLabel>
        {snoozePresets(now, zone).map(({ preset, at }) => (
          <MenuItem key={preset} icon={icons[preset]} onSelect={() => onSnooze(at.toISOString())}>
            <span className="flex gap-6">
              <span className="flex-1">{t(`work.snooze.${preset}`)}</span>
              <span className="tabular text-faint">{isSoon(at) ? formats.time(at) : formats.weekdayTime(at)}</span>
            </span>
          </MenuItem>
        ))}
        <MenuItem icon={<MessageCircleReply />} onSelect={() => onSnooze('reply')}>{t('work.snooze.reply')}</MenuItem>
        <MenuItem icon={<CalendarClock />} onSelect={() => setPicking(true)}>{t('work.snooze.pick')}</MenuItem>
        {ticket.snoozed_until !== null && (
          <>
            <MenuSeparator />
            <MenuItem icon={<AlarmClockOff />} onSelect={() => onSnooze(null)}>{t('work.snooze.wake')}</MenuItem>
          </>
        )}
      </Menu>
      {picking && <Suspense><SnoozeDialog zone={zone} onClose={() => setPicking(false)} onSnooze={onSnooze} /></Suspense>}
    </>
  );
}
