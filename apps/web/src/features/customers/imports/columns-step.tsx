import { Button, type Column, Select, Table } from '@ombud/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../lib/i18n.ts';
import { FormProblem } from '../../../lib/form-parts.tsx';
import { problemText } from '../../../lib/problem.ts';
import { useChangeImport, useImportStep, type CustomerImport, type Field } from './import-queries.ts';
import { ReadingOptions } from './reading-options.tsx';

const route = getRouteApi('/signed-in/customers/imports/$id');
const fields: readonly Field[] = ['skip', 'name', 'first_name', 'last_name', 'email', 'phone', 'organization', 'domain', 'language', 'kind', 'note', 'brand'];
const identifying: readonly Field[] = ['name', 'first_name', 'last_name', 'email', 'phone'];
/** What the properties of a card are called elsewhere in the app. */
const cardFields: Record<string, Field> = { FN: 'name', EMAIL: 'email', TEL: 'phone', ORG: 'organization', LANG: 'language', NOTE: 'note', KIND: 'kind' };

type Row = CustomerImport['columns'][number] & { at: number };

/** Only our own cards say whether somebody is an employee. */
const isWorthAsking = ({ heading, samples }: Row) => heading !== 'KIND' || samples.length > 0;

/** What each column holds, guessed and changeable, and how the file is read. */
export function ColumnsStep({ item }: { item: CustomerImport }) {
  const t = useT();
  const change = useChangeImport(item.id);
  const navigate = route.useNavigate();
  const check = useImportStep(item.id, 'check', () => void navigate({ search: {}, replace: true }));
  const rows: Row[] = item.columns.map((column, at) => ({ ...column, at }));
  const isSomebody = rows.some(({ field }) => identifying.includes(field));
  const nameOf = ({ heading, at }: Row) => {
    const card = item.format === 'vcard' ? cardFields[heading] : undefined;
    return card ? t(`imports.field.${card}`) : heading || t('imports.column', { number: at + 1 });
  };
  const columns: Column<Row>[] = [
    {
      key: 'column',
      head: t('imports.columns.column'),
      cell: (row) => (
        <>
          <span className="block truncate font-strong">{nameOf(row)}</span>
          <span className="block truncate text-small text-muted">{row.samples.join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'holds',
      head: t('imports.columns.holds'),
      className: 'w-40 min-w-40 sm:w-64 sm:min-w-64',
      cell: (row) => (
        <Select
          ariaLabel={t('imports.columns.holdsOf', { column: nameOf(row) })}
          value={row.field}
          choices={fields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }))}
          onChange={(field) => change.mutate({ mapping: rows.map((other) => (other.at === row.at ? field : other.field)) })}
        />
      ),
    },
  ];
  return (
    <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_17rem]">
      <section className="min-w-0">
        <h2 className="text-title">{t('imports.columns.title')}</h2>
        <p className="mt-0.5 mb-4 max-w-prose text-muted">{t('imports.columns.lead')}</p>
        <Table caption={t('imports.columns.title')} columns={columns} rows={rows.filter(isWorthAsking)} rowKey={({ at }) => at} />
      </section>
      <aside className="min-w-0">
        <ReadingOptions item={item} change={(patch) => change.mutate(patch)} />
      </aside>
      <div className="flex flex-col gap-3 desk:col-span-2">
        <FormProblem text={check.error ? problemText(check.error) : null} />
        {!isSomebody && <p className="text-small text-muted">{t('imports.columns.nobody')}</p>}
        <div>
          <Button tone="primary" busy={check.isPending} disabled={!isSomebody || change.isPending} onClick={() => check.mutate()}>
            {t('imports.check')}
          </Button>
        </div>
      </div>
    </div>
  );
}
