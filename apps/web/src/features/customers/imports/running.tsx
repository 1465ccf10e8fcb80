import { useFormats, useT } from '../../../lib/i18n.ts';
import type { CustomerImport } from './import-queries.ts';

/** How far it has come. How many rows a file has is known once it is checked. */
export function Running({ item: { status, progress } }: { item: CustomerImport }) {
  const t = useT();
  const formats = useFormats();
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  const percent = total > 0 ? Math.round(Math.min(1, done / total) * 100) : null;
  const line = total > 0 ? t('imports.running.rows', { done: formats.number(done), total: formats.number(total) }) : t('imports.checking.rows', { count: done });
  const what = t(status === 'checking' ? 'imports.checking' : status === 'undoing' ? 'imports.undoing' : 'imports.importing');
  return (
    <div className="rounded-md border border-line-soft bg-sunken px-4 py-3">
      <p className="font-strong">{what}</p>
      <p className="tabular text-muted">{line}</p>
      <div role="progressbar" aria-label={what} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent ?? undefined} aria-valuetext={line} className="mt-2 h-1.5 overflow-hidden rounded-full bg-line">
        <div style={{ width: `${percent ?? 100}%` }} className={percent === null ? 'h-full animate-pulse rounded-full bg-accent motion-reduce:animate-none' : 'h-full rounded-full bg-accent transition-[width] duration-[var(--quick)]'} />
      </div>
      <p className="mt-3 text-small text-muted">{t('imports.running.leave')}</p>
    </div>
  );
}
