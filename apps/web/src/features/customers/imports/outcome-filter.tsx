import { CountBadge, Tabs } from '@ombud/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { CustomerImport, Outcome } from './import-queries.ts';

const route = getRouteApi('/signed-in/customers/imports/$id');
const outcomes: readonly Outcome[] = ['new', 'adds', 'unchanged', 'refused'];

/** The totals, each of them a filter; it stands in the address. */
export function OutcomeFilter({ item }: { item: CustomerImport }) {
  const t = useT();
  const formats = useFormats();
  const { outcome } = route.useSearch();
  const navigate = route.useNavigate();
  const label = (text: string, count: number, isBad = false) => (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {text}
      <CountBadge count={count === 0 ? 0 : formats.number(count)} tone={isBad ? 'red' : 'neutral'} />
    </span>
  );
  return (
    <div className="py-1">
      <Tabs
        className="[&_[role=tablist]]:flex-wrap"
        label={t('imports.filter')}
        value={outcome ?? 'all'}
        tabs={[{ value: 'all' as const, label: label(t('imports.filter.all'), item.rows) }, ...outcomes.map((each) => ({ value: each, label: label(t(`imports.count.${each}`), item.counts[each], each === 'refused') }))]}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, outcome: next === 'all' ? undefined : next }), replace: true })}
      />
    </div>
  );
}
