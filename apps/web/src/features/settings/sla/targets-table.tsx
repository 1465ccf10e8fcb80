import { cx, Select } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { readMinutes } from './durations.ts';
import { priorities, slaKinds, type TargetDraft } from './policy-draft.ts';

/** What is promised: a block for each kind of time, with a field for each priority. */
export function TargetsTable({ value, error, onChange }: { value: TargetDraft; error?: string; onChange(targets: TargetDraft): void }) {
  const t = useT();
  return (
    <fieldset className="min-w-0">
      <legend className="font-strong">{t('sla.targets')}</legend>
      <p className="max-w-prose text-small text-muted">{t('sla.targets.hint')}</p>
      <ul className="mt-1 flex flex-col divide-y divide-line-soft">
        {slaKinds.map((kind) => {
          const row = value[kind];
          const set = (change: Partial<typeof row>) => onChange({ ...value, [kind]: { ...row, ...change } });
          return (
            <li key={kind} className="flex flex-col gap-2 py-3">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="min-w-48 flex-1">
                  <span className="block font-strong">{t(`sla.kind.${kind}`)}</span>
                  <span className="block text-small text-muted">{t(`sla.kind.${kind}.hint`)}</span>
                </span>
                <Select ariaLabel={t('sla.time.of', { kind: t(`sla.kind.${kind}`) })} className="w-auto min-w-40" value={row.business ? 'business' : 'calendar'} choices={[{ value: 'business', label: t('sla.time.business') }, { value: 'calendar', label: t('sla.time.calendar') }]} onChange={(time) => set({ business: time === 'business' })} />
              </span>
              <span className="grid grid-cols-2 gap-2 sm:grid-cols-4">
                {priorities.map((priority) => {
                  const wrong = readMinutes(row[priority]) === undefined;
                  return (
                    <label key={priority} className="flex min-w-0 flex-col gap-0.5 text-small text-muted">
                      {t(`tickets.priority.${priority}`)}
                      <input
                        aria-label={`${t(`sla.kind.${kind}`)}, ${t(`tickets.priority.${priority}`)}`}
                        aria-invalid={wrong || undefined}
                        value={row[priority]}
                        placeholder="–"
                        maxLength={20}
                        autoComplete="off"
                        onChange={({ currentTarget }) => set({ [priority]: currentTarget.value })}
                        className={cx('h-control min-w-0 rounded-md border bg-pane px-2 text-body text-text tabular-nums focus:border-accent focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus', wrong ? 'border-red' : 'border-field-line hover:border-muted')}
                      />
                    </label>
                  );
                })}
              </span>
            </li>
          );
        })}
      </ul>
      <div role="alert" className="text-small text-red empty:hidden">{error}</div>
    </fieldset>
  );
}
