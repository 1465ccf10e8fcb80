import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { calculationOf } from '../reports-queries.ts';
import { NumberField, useTerms } from './terms.tsx';

/** So many calls, so long each: how many people. */
export function Calculator() {
  const t = useT();
  const formats = useFormats();
  const id = useId();
  const [calls, setCalls] = useState(200);
  const [seconds, setSeconds] = useState(240);
  const terms = useTerms();
  const { data } = useQuery(calculationOf({ calls_per_hour: calls, handling_seconds: seconds, ...terms.values }));
  const percent = (share: number) => `${formats.number(Math.round(share * 1_000) / 10)} %`;
  return (
    <section aria-labelledby={id} className="mt-5 rounded-lg border border-line-soft p-4">
      <h2 id={id} className="m-0 mb-3 font-strong">{t('reports.staffing.calculator')}</h2>
      <div className="grid grid-cols-2 items-end gap-3 desk:grid-cols-5">
        <NumberField label={t('reports.staffing.calls')} value={calls} least={0} most={100_000} onChange={(value) => setCalls(value ?? 0)} />
        <NumberField label={t('reports.staffing.handling')} value={seconds} least={1} most={36_000} onChange={(value) => setSeconds(value ?? 1)} />
        {terms.fields}
      </div>
      <div role="status" className="mt-4 min-h-11">
        {data && (
          <>
            <p className="tabular m-0 text-title">{t('reports.staffing.needs', { agents: data.agents, planned: data.planned })}</p>
            <p className="tabular mt-0.5 mb-0 text-small text-muted">{t('reports.staffing.reaches', { share: percent(data.service_level), wait: formats.number(Math.round(data.average_wait_seconds)), busy: percent(data.occupancy) })}</p>
          </>
        )}
      </div>
    </section>
  );
}
