import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell(row: Row): ReactNode;
  /** Takes what the others leave and cuts what does not fit; the first column unless another says so */
  stretch?: boolean;
  /** Left out on a phone */
  wide?: boolean;
  align?: 'start' | 'end';
  className?: string;
}

export interface TableProps<Row> {
  /** Said by assistive technology */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string | number;
}

/** A plain table for settings: the first column names the row. Lists of thousands are not its business. */
export function Table<Row>({ caption, columns: given, rows, rowKey }: TableProps<Row>) {
  const columns = given.some(({ stretch }) => stretch) ? given : given.map((column, at) => ({ ...column, stretch: at === 0 }));
  const classes = (column: Column<Row>) =>
    cx('px-3 first:pl-0 last:pr-0', column.wide && 'hidden sm:table-cell', column.stretch ? 'w-full max-w-0' : 'whitespace-nowrap', column.align === 'end' ? 'text-right' : 'text-left', column.className);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-small text-faint">
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cx(classes(column), 'pb-2 font-normal')}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-b border-line-soft">
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row" className={cx(classes(column), 'py-[calc(var(--row-gap)+2px)] align-middle font-normal')}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={cx(classes(column), 'py-[calc(var(--row-gap)+2px)] align-middle')}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
