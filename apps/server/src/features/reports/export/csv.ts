import type { Language } from '@ombud/i18n';
import { byteOrderMark, csvLine, separatorOf } from '../../../platform/text/csv.ts';
import type { Cell, CellKind, Table } from './tables.ts';

/** For spreadsheets of that language: their separator and decimal sign, no cell that runs as a formula. */
export function toCsv({ columns, rows }: Table, language: Language): string {
  const separator = separatorOf(language);
  const format = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 1 });
  const written = (cell: Cell, kind: CellKind): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return cell;
    return kind === 'share' ? `${percent.format(cell * 100)}%` : format.format(cell);
  };
  return byteOrderMark + [columns.map(({ title }) => title), ...rows.map((row) => row.map((cell, at) => written(cell, columns[at]?.kind ?? 'text')))].map((line) => csvLine(line, separator)).join('');
}
