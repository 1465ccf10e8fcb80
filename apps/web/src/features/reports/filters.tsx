import { Button, Select, TextField } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useChoices } from './names.ts';
import { groupings, periods, type Asked, type Grouping } from './reports-search.ts';

const any = 'any';
const chosen = 'chosen';
const often = new Set<Grouping>(['brand', 'team', 'channel']);

/** The period and what the report is narrowed to; all of it stands in the address. */
export function Filters({ asked: { days, since, until, filter }, withPeriod }: { asked: Asked; withPeriod: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const choices = useChoices();
  const go = (changes: Record<string, unknown>) => void navigate({ to: '/reports', search: (before) => ({ ...before, ...changes }), replace: true });
  // A brand that is the only one, or a language that this list does not know, needs no choice of its own.
  const offered = groupings.filter((name) => filter[name] !== undefined || choices[name].length > 1);
  const [more, setMore] = useState(false);
  const shown = offered.filter((name) => more || often.has(name) || filter[name] !== undefined);
  return (
    <div role="group" aria-label={t('reports.filter')} className="mt-3 flex flex-wrap items-end gap-2">
      {withPeriod && (
        <div className="w-44 max-desk:w-[calc(50%-4px)]">
          <Select
            ariaLabel={t('reports.period')}
            value={days === null ? chosen : String(days)}
            choices={[...periods.map((each) => ({ value: String(each), label: t(`reports.period.${each}`) })), { value: chosen, label: t('reports.period.chosen') }]}
            onChange={(next) => go(next === chosen ? { days: undefined, since, until } : { days: Number(next), since: undefined, until: undefined })}
          />
        </div>
      )}
      {withPeriod && days === null && (
        <>
          <TextField type="date" label={t('reports.period.since')} value={since} max={until} onValueChange={(next) => next && next <= until && go({ since: next })} className="w-40 max-desk:w-[calc(50%-4px)]" />
          <TextField type="date" label={t('reports.period.until')} value={until} min={since} onValueChange={(next) => next && next >= since && go({ until: next })} className="w-40 max-desk:w-[calc(50%-4px)]" />
        </>
      )}
      {shown.map((name) => (
        <Narrow key={name} name={name} value={filter[name]} choices={choices[name]} onChange={(value) => go({ [name]: value })} />
      ))}
      {!more && shown.length < offered.length && (
        <Button tone="plain" icon={<ListFilter className="size-3.5" />} onClick={() => setMore(true)}>
          {t('reports.filter.more')}
        </Button>
      )}
      {Object.keys(filter).length > 0 && (
        <Button tone="plain" icon={<X className="size-3.5" />} onClick={() => go(Object.fromEntries(groupings.map((name) => [name, undefined])))}>
          {t('reports.filter.clear')}
        </Button>
      )}
    </div>
  );
}

function Narrow({ name, value, choices, onChange }: { name: Grouping; value: string | number | undefined; choices: { value: string | number; label: string }[]; onChange(value: string | number | undefined): void }) {
  const t = useT();
  const known = value === undefined || choices.some((each) => each.value === value) ? choices : [...choices, { value, label: `#${value}` }];
  return (
    <div className="w-48 max-desk:w-[calc(50%-4px)]">
      <Select
        ariaLabel={t(`reports.by.${name}`)}
        value={String(value ?? any)}
        choices={[{ value: any, label: t(`reports.filter.all.${name}`) }, ...known.map((each) => ({ value: String(each.value), label: each.label }))]}
        onChange={(next) => onChange(next === any ? undefined : known.find((each) => String(each.value) === next)?.value)}
      />
    </div>
  );
}
