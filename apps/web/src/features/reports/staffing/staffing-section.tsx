import { Select } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useMay, useMe } from '../../../lib/session.ts';
import { useChoices } from '../names.ts';
import { staffingOf, type Terms } from '../reports-queries.ts';
import { Calculator } from './calculator.tsx';
import { NumberField, useTerms } from './terms.tsx';
import { WeekGrid } from './week-grid.tsx';

const any = 'any';
const queued = new Set<string>(['phone', 'chat', 'walk_in']);

/** How many people it takes, by calculation and from what came in, beside who will be there. */
export function StaffingSection() {
  const t = useT();
  const isLead = useMay('teams.manage');
  return (
    <div className="mt-4">
      <p className="m-0 max-w-prose text-muted">{t('reports.staffing.lead')}</p>
      <p className="mt-2 mb-0 max-w-prose text-small text-muted">{t('reports.staffing.assumes')}</p>
      <Calculator />
      {isLead ? <Week /> : <p className="mt-6 text-muted">{t('reports.staffing.leadsOnly')}</p>}
    </div>
  );
}

function Week() {
  const t = useT();
  const formats = useFormats();
  const { brands } = useMe();
  const choices = useChoices();
  const [brand, setBrand] = useState(any);
  const [team, setTeam] = useState(any);
  const [channel, setChannel] = useState<NonNullable<Terms['channel']>>('phone');
  const terms = useTerms();
  const [weeks, setWeeks] = useState(8);
  const [seconds, setSeconds] = useState<number | null>(null);
  const wanted: Terms = { channel, weeks, ...terms.values, ...(seconds === null ? {} : { handling_seconds: seconds }), ...(team === any ? {} : { team: Number(team) }), ...(brand === any ? {} : { brand: Number(brand) }) };
  const query = useQuery(staffingOf(wanted));
  const { data } = query;
  return (
    <section className="mt-8">
      <div className="flex flex-wrap items-end gap-2">
        {brands.length > 1 && <div className="w-56 max-w-full"><Select ariaLabel={t('reports.by.brand')} value={brand} choices={[{ value: any, label: t('reports.filter.all.brand') }, ...brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={setBrand} /></div>}
        <div className="w-56 max-w-full"><Select ariaLabel={t('reports.by.team')} value={team} choices={[{ value: any, label: t('reports.filter.all.team') }, ...choices.team.filter(({ value }) => value !== 'none').map(({ value, label }) => ({ value: String(value), label }))]} onChange={setTeam} /></div>
        <div className="w-48"><Select<typeof channel> ariaLabel={t('reports.by.channel')} value={channel} choices={choices.channel.map(({ value, label }) => ({ value: value as typeof channel /* the channels of the API */, label }))} onChange={setChannel} /></div>
      </div>
      <div className="mt-3 grid grid-cols-2 items-end gap-3 desk:grid-cols-5">
        <NumberField label={t('reports.staffing.handling')} hint={t('reports.staffing.handling.hint')} value={seconds} least={1} most={36_000} empty onChange={setSeconds} />
        {terms.fields}
        <NumberField label={t('reports.staffing.weeks')} value={weeks} least={1} most={26} onChange={(value) => setWeeks(value ?? 8)} />
      </div>
      {!queued.has(channel) && <p className="mt-3 mb-0 rounded-md bg-amber-soft px-3 py-2 text-amber">{t('reports.staffing.notQueued')}</p>}
      {query.error && !data && <div className="mt-4"><LoadFailed error={query.error} retry={() => void query.refetch()} /></div>}
      {data && (
        <>
          <h2 className="mt-5 mb-1 font-strong">{t('reports.staffing.week', { week: formats.day(data.week) })}</h2>
          {data.handling && <p className="m-0 text-small text-muted">{t('reports.staffing.basis', { tickets: data.tickets, weeks, seconds: formats.number(Math.round(data.handling.seconds)), people: data.people })}</p>}
          {!data.handling && <p className="m-0 text-muted">{t(data.tickets === 0 ? 'reports.staffing.nothing' : 'reports.staffing.noHandling')}</p>}
          {data.handling && data.tickets === 0 && <p className="mt-1 mb-0 text-muted">{t('reports.staffing.nothing')}</p>}
          {data.handling && data.tickets > 0 && <WeekGrid intervals={data.intervals} monday={data.week} />}
        </>
      )}
    </section>
  );
}

