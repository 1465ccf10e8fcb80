import { Button, IconButton, SelectField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay, useMe } from '../../lib/session.ts';
import { toastDone, toastProblem } from '../../lib/toasts.ts';
import { useAgents } from '../tickets/index.ts';
import { useFilterWords } from './names.ts';
import { schedulesQuery, type Schedule } from './reports-queries.ts';
import type { Asked, Filter } from './reports-search.ts';

const me = 'me';

/** Reports that are sent: to oneself, and by administrators to leads. */
export function MailSection({ asked }: { asked: Asked }) {
  const t = useT();
  const query = useQuery(schedulesQuery);
  const { data } = query;
  return (
    <div className="mt-4 max-w-2xl">
      <p className="m-0 max-w-prose text-muted">{t('reports.mail.lead')}</p>
      {data?.can_send === false && <p role="status" className="mt-3 mb-0 rounded-md bg-amber-soft px-3 py-2 text-amber">{t('reports.mail.cannotSend')}</p>}
      <NewSchedule filter={asked.filter} />
      <h2 className="mt-8 mb-2 font-strong">{t('reports.mail.list')}</h2>
      {!data && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {data?.items.length === 0 && <p className="m-0 text-muted">{t('reports.mail.none')}</p>}
      <ul className="m-0 list-none p-0">{data?.items.map((schedule) => <ScheduleRow key={schedule.id} schedule={schedule} />)}</ul>
    </div>
  );
}

function NewSchedule({ filter }: { filter: Filter }) {
  const t = useT();
  const client = useQueryClient();
  const mayChoose = useMay('settings.manage');
  const { agent } = useMe();
  const leads = useAgents().filter(({ role, id }) => role !== 'agent' && id !== agent.id);
  const [every, setEvery] = useState<Schedule['every']>('week');
  const [hour, setHour] = useState('7');
  const [format, setFormat] = useState<Schedule['format']>('xlsx');
  const [to, setTo] = useState(me);
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    try {
      await api.post('/api/v1/report-schedules', { body: { every, hour: Number(hour), format, filter: filter as Schedule['filter'] /* as readSearch let it through */, ...(to === me ? {} : { agent: Number(to) }) } });
      await client.invalidateQueries({ queryKey: schedulesQuery.queryKey });
      toastDone(t('reports.mail.added'));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="mt-4 rounded-lg border border-line-soft p-4" onSubmit={(event) => (event.preventDefault(), void add())}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <SelectField<Schedule['every']> label={t('reports.mail.every')} value={every} choices={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`reports.mail.every.${value}`) }))} onChange={setEvery} />
        <SelectField label={t('reports.mail.hour')} value={hour} choices={Array.from({ length: 24 }, (_, at) => ({ value: String(at), label: `${String(at).padStart(2, '0')}:00` }))} onChange={setHour} />
        <SelectField<Schedule['format']> label={t('reports.mail.format')} value={format} choices={[{ value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }]} onChange={setFormat} />
        {mayChoose && <SelectField label={t('reports.mail.to')} value={to} choices={[{ value: me, label: t('reports.mail.me') }, ...leads.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={setTo} />}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" busy={busy}>{t('reports.mail.add')}</Button>
        {Object.keys(filter).length > 0 && <span className="text-small text-muted">{t('reports.mail.filter')}</span>}
      </div>
    </form>
  );
}

function ScheduleRow({ schedule: { id, every, hour, format, filter, agent, made_by: maker, next_at: next, time_zone: zone } }: { schedule: Schedule }) {
  const t = useT();
  const formats = useFormats();
  const filterWords = useFilterWords();
  const client = useQueryClient();
  const self = useMe().agent.id;
  const remove = async () => {
    try {
      await api.delete('/api/v1/report-schedules/{id}', { path: { id } });
      await client.invalidateQueries({ queryKey: schedulesQuery.queryKey });
      toastDone(t('reports.mail.removed'));
    } catch (error) {
      toastProblem(error);
    }
  };
  const words = filterWords(filter as Filter); // what the API keeps is what readSearch lets through
  const title = `${t(`reports.mail.every.${every}`)}, ${String(hour).padStart(2, '0')}:00 (${zone})`;
  return (
    <li className="flex items-center gap-3 border-b border-line-soft py-2.5">
      <Mail aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="block [overflow-wrap:anywhere]">{title}</span>
        <span className="block text-small text-muted [overflow-wrap:anywhere]">
          {[agent.name, format === 'xlsx' ? 'Excel' : 'CSV', words && t('reports.mail.filtered', { filters: words }), next && t('reports.mail.next', { when: formats.dateTime(new Date(next)) }), maker.id !== self && t('reports.mail.madeBy', { name: maker.name })].filter(Boolean).join(' · ')}
        </span>
      </span>
      <IconButton label={`${t('reports.mail.remove')}: ${title}`} icon={<Trash2 />} onClick={() => void remove()} />
    </li>
  );
}
