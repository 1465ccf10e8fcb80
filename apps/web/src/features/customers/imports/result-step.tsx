import { Button, buttonBase, buttonTones, cx } from '@ombud/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useT, useTranslator } from '../../../lib/i18n.ts';
import { useImportStep, type CustomerImport } from './import-queries.ts';
import { OutcomeFilter } from './outcome-filter.tsx';
import { RowTable } from './row-table.tsx';

const route = getRouteApi('/signed-in/customers/imports/$id');

/** What has happened, what was refused, and the way back. */
export function ResultStep({ item }: { item: CustomerImport }) {
  const t = useT();
  const { language } = useTranslator();
  const { outcome } = route.useSearch();
  const undo = useImportStep(item.id, 'undo');
  const [asking, setAsking] = useState(false);
  const isUndone = item.status === 'undone';
  const { organizations, refused, removed, kept } = item.counts;
  return (
    <section>
      <div className="mb-4 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60" role="status">
          {item.status !== 'failed' && <h2 className="text-title">{t(isUndone ? 'imports.undone.title' : 'imports.done.title')}</h2>}
          <p className="text-muted">
            {isUndone ? t('imports.undone.removed.count', { count: removed }) : organizations > 0 && t('imports.organizations.done', { count: organizations })} {kept > 0 && t('imports.undone.kept.count', { count: kept })}
          </p>
        </div>
        {refused > 0 && (
          <a href={`/api/v1/customer-imports/${item.id}/report?language=${language}`} download className={cx(buttonBase, buttonTones.outline)}>
            <Download aria-hidden className="size-4" />
            {t('imports.report')}
          </a>
        )}
        {!isUndone && (
          <Button icon={<Undo2 className="size-4" />} busy={undo.isPending} onClick={() => setAsking(true)}>
            {t('imports.undo')}
          </Button>
        )}
        <Link to="/customers" className={cx(buttonBase, buttonTones.primary)}>
          {t('imports.done.customers')}
        </Link>
      </div>
      <OutcomeFilter item={item} />
      <div className="mt-3">
        <RowTable item={item} outcome={outcome} />
      </div>
      {asking && <ConfirmDialog title={t('imports.undo.title')} text={t('imports.undo.text')} confirmLabel={t('imports.undo')} onConfirm={() => undo.mutate()} onClose={() => setAsking(false)} />}
    </section>
  );
}
