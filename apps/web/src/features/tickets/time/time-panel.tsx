import { Avatar, Button, IconButton, RelativeTime, TextField } from '@ombud/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import type { TicketDetail } from '../store/types.ts';
import { timeOptions, workKeys, type TimeEntry } from '../work/work-queries.ts';
import { paused } from './use-stopwatch.ts';

const mayCorrect = ['lead', 'admin', 'owner'];

export function TimePanel({ ticket, may }: { ticket: TicketDetail; may: boolean }) {
  const t = useT();
  const formats = useFormats();
  const { agent: me, role } = useMe();
  const query = useInfiniteQuery(timeOptions(ticket.number));
  const rests = useStore(paused);
  const [editing, setEditing] = useState<TimeEntry | 'new' | null>(null);
  const [first] = query.data?.pages ?? [];
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (editing) return <EntryForm number={ticket.number} entry={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 className="m-0 flex-1 font-strong">{t('work.time')}</h2>
        {may && <Button icon={rests ? <Play aria-hidden className="size-4" /> : <Pause aria-hidden className="size-4" />} onClick={() => paused.set(!rests)}>{t(rests ? 'work.time.resume' : 'work.time.pause')}</Button>}
      </div>
      {may && <p role="status" className="m-0 text-small text-faint">{t(rests ? 'work.time.paused' : 'work.time.measuring')}</p>}
      <ul aria-label={t('work.time.byAgent')} className="m-0 list-none p-0">
        {first?.agents.map(({ agent, seconds }) => (
          <li key={agent.id} className="flex min-h-7 items-center gap-2">
            <Avatar name={agent.name} />
            <span className="min-w-0 flex-1 truncate">{agent.name}</span>
            <span className="tabular">{formats.duration(seconds)}</span>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <ul aria-label={t('work.time.entries')} className="m-0 max-h-60 list-none overflow-y-auto border-t border-line-soft p-0 pt-1">
          {entries.map((entry) => (
            <li key={entry.id} className="group/entry flex min-h-7 items-center gap-2 text-small">
              <span className="tabular w-16 shrink-0">{entry.seconds < 60 ? t('work.time.underMinute') : formats.duration(entry.seconds)}</span>
              <span className="min-w-0 flex-1 truncate text-faint" title={entry.note}>{entry.agent.name} · <RelativeTime at={entry.started_at} />{entry.note && ` · ${entry.note}`}</span>
              {may && (entry.agent.id === me.id || mayCorrect.includes(role)) && <IconButton label={t('work.time.correct', { time: formats.duration(entry.seconds) })} icon={<Pencil />} onClick={() => setEditing(entry)} className="size-6 text-faint" />}
            </li>
          ))}
          {query.hasNextPage && <li><Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button></li>}
        </ul>
      )}
      {may && <Button onClick={() => setEditing('new')}>{t('work.time.add')}</Button>}
    </div>
  );
}

/** Minutes and a note: of a stretch that was measured, or written down by hand. */
function EntryForm({ number, entry, onDone }: { number: number; entry: TimeEntry | null; onDone(): void }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const [minutes, setMinutes] = useState(entry ? formats.decimal(Math.round(entry.seconds / 6) / 10) : '');
  const [note, setNote] = useState(entry?.note ?? '');
  const refresh = () => void client.invalidateQueries({ queryKey: workKeys.all });
  const seconds = Math.round((formats.readDecimal(minutes) ?? 0) * 60);
  const save = useMutation({
    meta: { quiet: true },
    mutationFn: (): Promise<unknown> => {
      const body = { seconds, note: note.trim() };
      return entry ? api.patch('/api/v1/tickets/{number}/time/{entry}', { path: { number, entry: entry.id }, body }) : api.post('/api/v1/tickets/{number}/time', { path: { number }, body });
    },
    onSuccess: () => (refresh(), onDone()),
  });
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (seconds < 1) return setWrong(true);
    save.mutate();
  }
  function remove(gone: TimeEntry) {
    api
      .delete('/api/v1/tickets/{number}/time/{entry}', { path: { number, entry: gone.id } })
      .then(() => offerUndo(t('work.time.removed', { time: formats.duration(gone.seconds) }), () => void api.post('/api/v1/tickets/{number}/time', { path: { number }, body: { seconds: gone.seconds, note: gone.note, started_at: gone.started_at } }).then(refresh, toastProblem)))
      .then(() => (refresh(), onDone()))
      .catch((error: unknown) => toastProblem(error));
  }
  const errors = fieldTexts(save.error);
  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5">
      <TextField label={t('work.time.minutes')} inputMode="decimal" autoFocus autoComplete="off" value={minutes} onValueChange={(value) => (setMinutes(value), setWrong(false))} error={wrong ? t('work.time.wrong') : errors['seconds']} />
      <TextField label={t('work.time.note')} maxLength={500} value={note} onValueChange={setNote} error={errors['note']} />
      {entry?.measured_seconds != null && <p className="m-0 text-small text-faint">{t('work.time.measured', { time: formats.duration(entry.measured_seconds) })}</p>}
      {save.isError && Object.keys(errors).length === 0 && <p role="alert" className="m-0 text-small text-red">{problemText(save.error)}</p>}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={save.isPending}>{t('common.save')}</Button>
        <Button tone="plain" onClick={onDone}>{t('common.cancel')}</Button>
        {entry && entry.agent && <IconButton label={t('common.delete')} icon={<Trash2 />} onClick={() => remove(entry)} className="ml-auto" />}
      </div>
    </form>
  );
}
