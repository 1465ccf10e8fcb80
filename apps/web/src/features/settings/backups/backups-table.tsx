import { Chip, type Column, FileSize, RelativeTime, Table, type Tone } from '@ombud/ui';
import type { Translate } from '@ombud/i18n';
import { useT } from '../../../lib/i18n.ts';
import type { Backup } from '../types.ts';

const tones: Record<Backup['status'], Tone> = { queued: 'neutral', running: 'blue', done: 'green', failed: 'red' };

export function BackupsTable({ backups }: { backups: Backup[] }) {
  const t = useT();
  const columns: Column<Backup>[] = [
    {
      key: 'when',
      head: t('backups.when'),
      cell: ({ started_at, queued_at, reason, folder, error, files_missing, removed_at, ...rest }) => (
        <>
          <span className="flex flex-wrap items-baseline gap-x-2">
            <RelativeTime at={started_at ?? queued_at} className="font-strong" />
            <span className="text-muted">{t(`backups.reason.${reason}`)}</span>
          </span>
          {folder && !removed_at && <code className="block font-mono text-small text-faint [overflow-wrap:anywhere]">{folder}</code>}
          {rest.size !== null && (
            <span className="tabular block text-small text-muted sm:hidden">
              {took({ started_at, ...rest }, t)} · <FileSize bytes={rest.size} />
            </span>
          )}
          {error && <span className="block text-small text-red">{t(`backups.error.${error}`)}</span>}
          {files_missing > 0 && <span className="block text-small text-amber">{t('backups.missing', { count: files_missing })}</span>}
        </>
      ),
    },
    {
      key: 'took',
      head: t('backups.took'),
      wide: true,
      align: 'end',
      cell: (backup) => <span className="tabular text-muted">{took(backup, t)}</span>,
    },
    { key: 'size', head: t('backups.size'), align: 'end', wide: true, cell: ({ size }) => (size === null ? null : <FileSize bytes={size} className="tabular text-muted" />) },
    {
      key: 'result',
      head: t('backups.result'),
      align: 'end',
      cell: ({ status, removed_at }) => (removed_at ? <Chip>{t('backups.removed')}</Chip> : <Chip tone={tones[status]}>{t(`backups.status.${status}`)}</Chip>),
    },
  ];
  return <Table caption={t('backups.list')} columns={columns} rows={backups} rowKey={({ id }) => id} />;
}

function took({ started_at, finished_at }: Pick<Backup, 'started_at' | 'finished_at'>, t: Translate): string {
  if (!started_at || !finished_at) return '';
  const seconds = Math.max(1, Math.round((Date.parse(finished_at) - Date.parse(started_at)) / 1_000));
  return seconds < 100 ? t('backups.seconds', { count: seconds }) : t('backups.minutes', { count: Math.round(seconds / 60) });
}
