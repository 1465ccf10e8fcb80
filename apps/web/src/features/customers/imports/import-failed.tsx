import { Button } from '@ombud/ui';
import { CircleAlert } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { useImportStep, type CustomerImport } from './import-queries.ts';

/** What went wrong, and the way on from there. */
export function ImportFailed({ item }: { item: CustomerImport }) {
  const t = useT();
  const start = useImportStep(item.id, 'start');
  return (
    <div role="alert" className="mb-7 flex flex-wrap items-start gap-3 rounded-md bg-red-soft px-3 py-2 text-red">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-strong">{t('imports.failed.title')}</p>
        <p>
          {t(`imports.error.${item.error?.code ?? 'failed'}`)} {item.error?.row != null && t('imports.failed.row', { row: item.error.row })}
        </p>
      </div>
      {item.failed_while === 'importing' && (
        <Button busy={start.isPending} onClick={() => start.mutate()}>
          {t('imports.resume')}
        </Button>
      )}
    </div>
  );
}
