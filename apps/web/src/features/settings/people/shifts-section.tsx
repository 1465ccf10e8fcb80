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
import { dayAfter } from '../guidelines/guideline-draft.ts';
import { Section } from '../parts/page.tsx';

type Shift = Shape<'Shift'>;

/** Beside the weekly hours: a day and two times on the reader's clock; one that ends before it begins ends the next day. */
export function ShiftsSection({ agentId }: { agentId: number }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const path = { id: agentId };
  const zone = useMe().agent.time_zone;
  const query = useQuery({ queryKey: ['availability', 'shifts', agentId], queryFn: ({ signal }): Promise<Shift[]> => api.get('/api/v1/agents/{id}/shifts', { path, query: { limit: 100 }, signal }).then(({ items }) => items) });
  const refresh = () => client.invalidateQueries({ queryKey: ['availability'] });
  const form = useEditForm({
    initial: { day: '', from: '', to: '', reason: '' },
    save: ({ day, from, to, reason }) => api.post('/api/v1/agents/{id}/shifts', { path, body: { starts_at: momentOf(day, from, zone), ends_at: momentOf(to > from ? day : dayAfter(day), to, zone), reason } }),
    onSaved: () => {
      toastDone(t('people.shifts.added'));
      void refresh();
    },
    validate: ({ day, from, to }) => ({ day: day === '' ? t('refusals.invalid_type') : undefined, from: from === '' ? t('refusals.invalid_type') : undefined, to: to === '' ? t('refusals.invalid_type') : undefined }),
  });
  const submit = useSubmit(form);
  const times = ({ starts_at, ends_at }: Shift) => {
    const [from, to] = [new Date(starts_at), new Date(ends_at)];
    return `${formats.date(from)}, ${formats.time(from)} – ${formats.time(to)}`;
  };

  async function remove(entry: Shift) {
    const again = () => void api.post('/api/v1/agents/{id}/shifts', { path, body: { starts_at: entry.starts_at, ends_at: entry.ends_at, reason: entry.reason } }).then(refresh, toastProblem);
    try {
      await api.delete('/api/v1/agents/{id}/shifts/{entry}', { path: { id: agentId, entry: entry.id } });
      offerUndo(t('people.shifts.removed'), again);
    } catch (error) {
      toastProblem(error);
    }
    await refresh();
  }

  return (
    <Section title={t('people.shifts')} hint={t('people.shifts.hint')}>
      <ListState query={query} empty={<p className="text-muted">{t('people.shifts.none')}</p>}>
        {(entries) => (
          <ul className="max-w-xl">
            {entries.map((entry) => (
              <li key={entry.id} className="flex items-center gap-3 border-b border-line-soft py-1.5">
                <span className="min-w-0 flex-1">
                  <span className="tabular block font-strong">{times(entry)}</span>
                  {entry.reason && <span className="block truncate text-small text-muted">{entry.reason}</span>}
                </span>
                <IconButton label={t('people.shifts.remove', { shift: times(entry) })} icon={<X />} onClick={() => void remove(entry)} />
              </li>
            ))}
          </ul>
        )}
      </ListState>
      <form {...submit} className="mt-4 grid max-w-xl grid-cols-2 items-start gap-3 sm:grid-cols-[9.5rem_7rem_7rem_1fr]">
        <TextField label={t('people.shifts.day')} type="date" max="9999-12-30" value={form.values.day} onValueChange={(day) => form.set('day', day)} error={form.errors['day'] ?? form.errors['starts_at']} className="max-sm:col-span-2" />
        <TextField label={t('people.shifts.from')} type="time" value={form.values.from} onValueChange={(from) => form.set('from', from)} error={form.errors['from']} />
        <TextField label={t('people.shifts.to')} type="time" value={form.values.to} onValueChange={(to) => form.set('to', to)} error={form.errors['to'] ?? form.errors['ends_at']} />
        <TextField label={t('people.shifts.reason')} aside={t('common.optional')} maxLength={200} value={form.values.reason} onValueChange={(reason) => form.set('reason', reason)} error={form.errors['reason']} autoComplete="off" className="max-sm:col-span-2" />
        <FormProblem text={form.problem} className="col-span-full" />
        <Button type="submit" busy={form.busy} icon={<Plus className="size-4" />} className="col-span-full justify-self-start">{t('people.shifts.add')}</Button>
      </form>
    </Section>
  );
}

function momentOf(date: string, time: string, zone: string): string {
  return readFields({ date, time }, zone)?.toISOString() ?? '';
}
