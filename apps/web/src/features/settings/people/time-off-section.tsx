import { Button, IconButton, TextField } from '@ombud/ui';
import type { Shape } from '@ombud/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormProblem, useSubmit } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { readFields } from '../../tickets/composer/zoned-time.ts';
import { dayAfter, lastDay } from '../guidelines/guideline-draft.ts';
import { Section } from '../parts/page.tsx';

type TimeOff = Shape<'TimeOff'>;

/** Whole days, in the reader's time zone. */
export function TimeOffSection({ agentId }: { agentId: number }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const path = { id: agentId };
  const zone = useMe().agent.time_zone;
  const query = useQuery({ queryKey: ['availability', 'time-off', agentId], queryFn: ({ signal }): Promise<TimeOff[]> => readTimeOff(agentId, signal) });
  const refresh = () => client.invalidateQueries({ queryKey: ['availability'] });
  const form = useEditForm({
    initial: { starts: '', ends: '', reason: '' },
    save: ({ starts, ends, reason }) => api.post('/api/v1/agents/{id}/time-off', { path, body: { starts_at: momentOf(starts, zone), ends_at: momentOf(dayAfter(ends || starts), zone), reason } }),
    onSaved: () => {
      toastDone(t('people.off.added'));
      void refresh();
    },
    validate: ({ starts, ends }) => ({ starts: starts === '' ? t('refusals.invalid_type') : undefined, ends: ends !== '' && ends < starts ? t('people.off.order') : undefined }),
  });
  const submit = useSubmit(form);

  async function remove(entry: TimeOff) {
    const again = () => void api.post('/api/v1/agents/{id}/time-off', { path, body: { starts_at: entry.starts_at, ends_at: entry.ends_at, reason: entry.reason } }).then(refresh, toastProblem);
    try {
      await api.delete('/api/v1/agents/{id}/time-off/{entry}', { path: { id: agentId, entry: entry.id } });
      offerUndo(t('people.off.removed'), again);
    } catch (error) {
      toastProblem(error);
    }
    await refresh();
  }
  function days({ starts_at, ends_at }: TimeOff): string {
    const [first, last] = [formats.date(new Date(starts_at)), formats.day(lastDay(new Date(ends_at), zone))];
    return first === last ? first : `${first} – ${last}`;
  }

  return (
    <Section title={t('people.off')} hint={t('people.off.hint')}>
      <ListState query={query} empty={<p className="text-muted">{t('people.off.none')}</p>}>
        {(entries) => (
          <ul className="max-w-xl">
            {entries.map((entry) => (
              <li key={entry.id} className="flex items-center gap-3 border-b border-line-soft py-1.5">
                <span className="min-w-0 flex-1">
                  <span className="tabular block font-strong">{days(entry)}</span>
                  {entry.reason && <span className="block truncate text-small text-muted">{entry.reason}</span>}
                </span>
                <IconButton label={t('people.off.remove', { days: days(entry) })} icon={<X />} onClick={() => void remove(entry)} />
              </li>
            ))}
          </ul>
        )}
      </ListState>
      <form {...submit} className="mt-4 grid max-w-xl items-start gap-3 sm:grid-cols-[9.5rem_9.5rem_1fr]">
        <TextField label={t('people.off.from')} type="date" max="9999-12-30" value={form.values.starts} onValueChange={(day) => form.set('starts', day)} error={form.errors['starts'] ?? form.errors['starts_at']} />
        <TextField label={t('people.off.to')} aside={t('common.optional')} type="date" max="9999-12-30" value={form.values.ends} onValueChange={(day) => form.set('ends', day)} error={form.errors['ends'] ?? form.errors['ends_at']} />
        <TextField label={t('people.off.reason')} aside={t('common.optional')} maxLength={200} value={form.values.reason} onValueChange={(reason) => form.set('reason', reason)} error={form.errors['reason']} autoComplete="off" />
        <FormProblem text={form.problem} className="sm:col-span-3" />
        <Button type="submit" busy={form.busy} icon={<Plus className="size-4" />} className="justify-self-start">{t('people.off.add')}</Button>
      </form>
    </Section>
  );
}

async function readTimeOff(id: number, signal: AbortSignal): Promise<TimeOff[]> {
  const { items } = await api.get('/api/v1/agents/{id}/time-off', { path: { id }, query: { limit: 100 }, signal });
  return items;
}

function momentOf(day: string, zone: string): string {
  return readFields({ date: day, time: '00:00' }, zone)?.toISOString() ?? '';
}
