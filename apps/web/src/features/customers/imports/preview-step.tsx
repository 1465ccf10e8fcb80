import { Button } from '@ombud/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../lib/i18n.ts';
import { useImportStep, type CustomerImport } from './import-queries.ts';
import { OutcomeFilter } from './outcome-filter.tsx';
import { RowTable } from './row-table.tsx';

const route = getRouteApi('/signed-in/customers/imports/$id');

/** What will happen, before anything does. */
export function PreviewStep({ item }: { item: CustomerImport }) {
  const t = useT();
  const { outcome } = route.useSearch();
  const navigate = route.useNavigate();
  const start = useImportStep(item.id, 'start');
  const wanted = item.counts.new + item.counts.adds;
  return (
    <section>
      <div className="mb-4 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-title">{t('imports.preview.title')}</h2>
          {item.counts.organizations > 0 && <p className="text-muted">{t('imports.organizations.will', { count: item.counts.organizations })}</p>}
        </div>
        <Button onClick={() => void navigate({ search: { step: 'columns' } })}>{t('imports.change')}</Button>
        <Button tone="primary" busy={start.isPending} disabled={wanted === 0} onClick={() => start.mutate()}>
          {t('imports.start', { count: wanted })}
        </Button>
      </div>
      <OutcomeFilter item={item} />
      <div className="mt-3">
        <RowTable item={item} outcome={outcome} />
      </div>
    </section>
  );
}
