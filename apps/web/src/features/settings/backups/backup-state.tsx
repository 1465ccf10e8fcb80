import { CircleAlert } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import type { Backup } from '../types.ts';

/** How far the one that is being made has come. */
export function RunningBackup({ backup: { progress } }: { backup: Backup }) {
  const t = useT();
  const formats = useFormats();
  const part = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
  const percent = Math.round(part * 100);
  const line = !progress
    ? t('backups.queued')
    : progress.phase === 'database'
      ? t('backups.progress.database', { percent: formats.number(percent) })
      : t('backups.progress.files', { done: formats.number(progress.done), total: formats.number(progress.total) });
  return (
    <div className="mb-7 rounded-md border border-line-soft bg-sunken px-4 py-3">
      <p className="tabular">{line}</p>
      <div role="progressbar" aria-label={t('backups.status.running')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={line} className="mt-2 h-1.5 overflow-hidden rounded-full bg-line">
        <div style={{ width: `${percent}%` }} className="h-full rounded-full bg-accent transition-[width] duration-[var(--quick)]" />
      </div>
    </div>
  );
}

/** A failure stands at the top until a whole backup follows it. */
export function LastFailure({ backups }: { backups: Backup[] }) {
  const t = useT();
  const formats = useFormats();
  const [last] = backups;
  if (!last?.error) return null;
  const whole = backups.find(({ status }) => status === 'done');
  return (
    <div role="alert" className="mb-7 flex items-start gap-3 rounded-md bg-red-soft px-3 py-2 text-red">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        {t('backups.failing', { reason: t(`backups.error.${last.error}`) })}{' '}
        {whole?.finished_at ? t('backups.failing.since', { when: formats.dateTime(new Date(whole.finished_at)) }) : t('backups.failing.never')}
      </p>
    </div>
  );
}
