import { Button, cx, Popover } from '@ombud/ui';
import { CalendarClock } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { readMoment, toFields } from '../snooze/snooze-times.ts';
import type { Task } from '../work/work-queries.ts';
import { dueDays, dueState, isDay } from './due.ts';

/** "today", "tomorrow", a date, with the time where it has one; red when it is over. */
export function DueText({ task, className }: { task: Pick<Task, 'due' | 'due_at' | 'done_at'>; className?: string }) {
  const t = useT();
  const words = useDueWords();
  const zone = useMe().agent.time_zone;
  if (task.due === null) return null;
  const state = dueState(task, new Date(), zone);
  return (
    <span className={cx('whitespace-nowrap', state === 'overdue' ? 'text-red' : state === 'today' ? 'text-amber' : 'text-faint', className)}>
      {state === 'overdue' && <span className="font-strong">{t('work.task.overdue')} · </span>}
      {words(task.due)}
    </span>
  );
}

export function useDueWords(): (due: string) => string {
  const t = useT();
  const formats = useFormats();
  const zone = useMe().agent.time_zone;
  return (due) => {
    const days = dueDays(new Date(), zone);
    const day = isDay(due) ? due : toFields(new Date(due), zone).date;
    const named = day === days.today ? t('work.due.today') : day === days.tomorrow ? t('work.due.tomorrow') : formats.shortDate(new Date(`${day}T12:00:00Z`));
    return isDay(due) ? named : `${named}, ${formats.time(new Date(due))}`;
  };
}

interface DuePickerProps {
  due: string | null;
  trigger: ReactElement;
  onChange(due: string | null): void;
}

/** A day with one press, or any day, with or without a time. */
export function DuePicker({ due, trigger, onChange }: DuePickerProps) {
  const t = useT();
  const zone = useMe().agent.time_zone;
  const [open, setOpen] = useState(false);
  const days = dueDays(new Date(), zone);
  const choose = (next: string | null) => {
    setOpen(false);
    if (next !== due) onChange(next);
  };
  return (
    <Popover label={t('work.due')} align="end" trigger={trigger} open={open} onOpenChange={setOpen} className="w-64">
      <div className="flex flex-wrap gap-1.5">
        {(['today', 'tomorrow', 'nextWeek'] as const).map((day) => <Button key={day} onClick={() => choose(days[day])}>{t(`work.due.${day}`)}</Button>)}
        {due !== null && <Button tone="plain" onClick={() => choose(null)}>{t('work.due.none')}</Button>}
      </div>
      {open && <DueForm due={due} zone={zone} today={days.today} onChoose={choose} />}
    </Popover>
  );
}

function DueForm({ due, zone, today, onChoose }: { due: string | null; zone: string; today: string; onChoose(due: string): void }) {
  const t = useT();
  const begin = due === null ? { date: today, time: '' } : isDay(due) ? { date: due, time: '' } : toFields(new Date(due), zone);
  const [{ date, time }, set] = useState(begin);
  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const at = time === '' ? date : (readMoment(date, time, zone)?.toISOString() ?? '');
    if (at !== '') onChoose(at);
  }
  const field = 'h-control min-w-0 rounded-md border border-field-line bg-pane px-2 outline-none focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus';
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 pt-3">
      <div className="grid grid-cols-[1fr_6.5rem] gap-2">
        <input type="date" aria-label={t('work.date')} max="9999-12-31" value={date} onChange={(event) => set({ date: event.currentTarget.value, time })} className={field} />
        <input type="time" aria-label={t('work.timeOptional')} value={time} onChange={(event) => set({ date, time: event.currentTarget.value })} className={field} />
      </div>
      <Button type="submit" tone="primary" icon={<CalendarClock aria-hidden className="size-4" />} disabled={date === ''}>{t('work.due.set')}</Button>
    </form>
  );
}
