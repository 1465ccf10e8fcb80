import { Button, Chip, type Column, SkeletonLines, Table, type Tone } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { rowPages, type CustomerImport, type ImportedRow, type Outcome } from './import-queries.ts';

const tones: Record<Outcome, Tone> = { new: 'green', adds: 'blue', unchanged: 'neutral', refused: 'red' };

/** The rows in the order of the file, a page at a time, each with what happens and why. */
export function RowTable({ item, outcome }: { item: CustomerImport; outcome: Outcome | undefined }) {
  const t = useT();
  const query = useInfiniteQuery(rowPages(item.id, item.status, outcome));
  const rows = query.data?.pages.flatMap((page) => page.items);
  if (!rows) return query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={6} className="py-2" />;
  if (rows.length === 0) return <p className="py-6 text-muted">{t('imports.rows.empty')}</p>;
  const happened = item.status === 'done' || item.status === 'undone' || item.failed_while === 'undoing';
  const happens = t(item.status === 'ready' ? 'imports.rows.what' : 'imports.rows.happened');
  const columns: Column<ImportedRow>[] = [
    { key: 'row', head: t(item.format === 'vcard' ? 'imports.rows.card' : 'imports.rows.row'), cell: ({ row }) => <span className="tabular text-muted">{row}</span> },
    {
      key: 'who',
      head: t('imports.rows.who'),
      stretch: true,
      cell: (row) => (
        <>
          <Who row={row} />
          <span className="mt-1 block sm:hidden">
            <What row={row} happened={happened} />
          </span>
        </>
      ),
    },
    { key: 'what', head: happens, wide: true, className: 'w-80 min-w-80 max-w-80 whitespace-normal!', cell: (row) => <What row={row} happened={happened} /> },
  ];
  return (
    <>
      <Table caption={happens} columns={columns} rows={rows} rowKey={({ row }) => row} />
      {query.hasNextPage && (
        <Button className="mt-4" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('imports.rows.more')}
        </Button>
      )}
    </>
  );
}

function Who({ row: { name, emails, phones, shown, organization, customer, undone } }: { row: ImportedRow }) {
  const t = useT();
  const numbers = phones.map((phone) => shown[phone] ?? phone);
  const text = name || emails[0] || numbers[0] || t('imports.rows.nobody');
  return (
    <>
      {customer !== null && undone !== 'removed' ? (
        <Link to="/customers/$id" params={{ id: customer }} className="block truncate rounded-sm font-strong hover:underline">
          {text}
        </Link>
      ) : (
        <span className="block truncate font-strong">{text}</span>
      )}
      <span className="block truncate text-small text-muted">{[...(name ? emails : emails.slice(1)), ...(name || emails.length > 0 ? numbers : numbers.slice(1)), organization].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** `happened`: as what was done, no longer as what will be. */
function What({ row: { outcome, adds, shown, problems, notices, undone }, happened }: { row: ImportedRow; happened: boolean }) {
  const t = useT();
  const added = useAdded(adds, shown);
  const lines = [...problems.map(({ code, value }) => t(`imports.problem.${code}`, { value: shown[value] ?? value })), ...(added ? [t(happened ? 'imports.added.list' : 'imports.adds.list', { list: added })] : []), ...notices.map(({ code, value, whose = '' }) => t(`imports.notice.${code}`, { value: shown[value] ?? value, whose }))];
  return (
    <>
      <Chip tone={tones[outcome]}>{happened && (outcome === 'new' || outcome === 'adds') ? t(`imports.happened.${outcome}`) : t(`imports.outcome.${outcome}`)}</Chip>
      {undone && <span className="block text-small text-muted">{t(`imports.undone.${undone}`)}</span>}
      {lines.map((line) => (
        <span key={line} className="block whitespace-normal text-small text-muted [overflow-wrap:anywhere]">
          {line}
        </span>
      ))}
    </>
  );
}

function useAdded(adds: ImportedRow['adds'], shown: ImportedRow['shown']): string | null {
  const t = useT();
  const formats = useFormats();
  const languageName = useLanguageName();
  if (!adds) return null;
  const parts = [
    ...adds.emails.map((value) => t('imports.adds.emails', { value })),
    ...adds.phones.map((value) => t('imports.adds.phones', { value: shown[value] ?? value })),
    ...(adds.name === null ? [] : [t('imports.adds.name', { value: adds.name })]),
    ...(adds.language === null ? [] : [t('imports.adds.language', { value: languageName(adds.language) })]),
    ...(adds.organization === null ? [] : [t('imports.adds.organization', { value: adds.organization })]),
    ...(adds.note === null ? [] : [t('imports.adds.note')]),
    ...(adds.brand === null ? [] : [t('imports.adds.brand')]),
  ];
  return parts.length > 0 ? formats.list(parts) : null;
}
