import { Button, Chip, type Column, IconButton, Menu, MenuItem, RelativeTime, Table, type Tone } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { ImportsFrame, NotAllowed } from './imports-frame.tsx';
import { importsQuery, isRunning, useRemoveImport, type CustomerImport } from './import-queries.ts';
import { UploadDrop } from './upload-drop.tsx';

export const statusTones: Record<CustomerImport['status'], Tone> = {
  draft: 'neutral', checking: 'blue', ready: 'violet', importing: 'blue', done: 'green', undoing: 'blue', undone: 'neutral', failed: 'red', removing: 'neutral',
};

/** Where a file is given, and what became of the last ones. */
export function ImportsPage() {
  const t = useT();
  const allowed = useMay('customers.import');
  return (
    <ImportsFrame title={t('imports.title')} back={{ to: '/customers', label: t('customers.title') }} sub={t('imports.lead')}>
      {allowed ? (
        <>
          <UploadDrop />
          <RecentImports />
        </>
      ) : (
        <NotAllowed />
      )}
    </ImportsFrame>
  );
}

function RecentImports() {
  const t = useT();
  const query = useInfiniteQuery({ ...importsQuery, refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isRunning) ? 5_000 : false) });
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) return query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : null;
  return (
    <section className="pt-9">
      <h2 className="text-title">{t('imports.recent')}</h2>
      {items.length === 0 ? <p className="mt-2 text-muted">{t('imports.recent.empty')}</p> : <div className="mt-3"><ImportTable items={items} /></div>}
      {query.hasNextPage && (
        <Button className="mt-4" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('imports.rows.more')}
        </Button>
      )}
    </section>
  );
}

function ImportTable({ items }: { items: CustomerImport[] }) {
  const t = useT();
  const formats = useFormats();
  const remove = useRemoveImport();
  const [removing, setRemoving] = useState<CustomerImport | null>(null);
  const columns: Column<CustomerImport>[] = [
    {
      key: 'file',
      head: t('imports.recent.file'),
      cell: ({ id, file, made_by, created_at }) => (
        <>
          <Link to="/customers/imports/$id" params={{ id }} className="block truncate rounded-sm font-strong hover:underline">
            {file.name}
          </Link>
          <span className="block truncate text-small text-muted">
            {made_by.name} · <RelativeTime at={created_at} />
          </span>
        </>
      ),
    },
    { key: 'rows', head: t('imports.recent.rows'), align: 'end', wide: true, cell: ({ rows }) => <span className="tabular text-muted">{rows > 0 ? formats.number(rows) : ''}</span> },
    { key: 'status', head: t('imports.recent.status'), align: 'end', cell: ({ status }) => <Chip tone={statusTones[status]}>{t(`imports.status.${status === 'removing' ? 'undone' : status}`)}</Chip> },
    {
      key: 'actions',
      head: <span className="sr-only">{t('imports.recent.actions')}</span>,
      align: 'end',
      cell: (item) => (
        <Menu align="end" trigger={<IconButton label={t('imports.recent.actionsFor', { name: item.file.name })} icon={<Ellipsis />} />}>
          <MenuItem icon={<Trash2 />} danger disabled={isRunning(item)} onSelect={() => (item.status === 'draft' || item.status === 'ready' ? remove.mutate(item.id) : setRemoving(item))}>
            {t('imports.remove')}
          </MenuItem>
        </Menu>
      ),
    },
  ];
  return (
    <>
      <Table caption={t('imports.recent')} columns={columns} rows={items} rowKey={({ id }) => id} />
      {removing && <ConfirmDialog title={t('imports.remove.title')} text={t('imports.remove.text')} confirmLabel={t('imports.remove')} onConfirm={() => remove.mutate(removing.id)} onClose={() => setRemoving(null)} />}
    </>
  );
}
