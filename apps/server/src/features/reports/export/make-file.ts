import type { Language } from '@ombud/i18n';
import type { Database } from '../../../platform/db/db.ts';
import { readParts, readReport, type Report } from '../read-report.ts';
import { readWithin } from '../read-within.ts';
import type { Only } from '../reports.policy.ts';
import { groupings, type Grouping } from '../reports.schemas.ts';
import type { Wanted } from '../sums.queries.ts';
import { toCsv } from './csv.ts';
import { partsTable, summaryTable, timeTable } from './tables.ts';
import { toXlsx } from './xlsx.ts';

export const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type Format = keyof typeof types;
export type ReportFile = { name: string; type: (typeof types)[Format]; content: Buffer; report: Report };

/** A workbook of everything; as CSV one table, by time or by what its tickets share. Everything is read before anything is written. */
export async function makeReportFile(db: Database, wanted: Wanted, only: Only, { format, by, language }: { format: Format; by: Grouping | null; language: Language }): Promise<ReportFile> {
  // Loaded when somebody wants it: the texts of the screens in all languages are needed for little else here.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { t } = createTranslator(language);
  const report = await readWithin(db, (tx) => readReport(tx, wanted, only));
  const parts = async (each: Grouping) => partsTable(t, each, (await readWithin(db, (tx) => readParts(tx, wanted, each, only, language))).rows, language);
  const name = `${t('reports.file')}-${wanted.since}-${wanted.until}.${format}`;
  if (format === 'csv') return { name, type: types.csv, report, content: Buffer.from(toCsv(by === null ? timeTable(t, report) : await parts(by), language)) };
  const tables = [summaryTable(t, report), timeTable(t, report)];
  for (const each of groupings) if (only !== 'volume' || each !== 'assignee') tables.push(await parts(each));
  return { name, type: types.xlsx, report, content: Buffer.from(toXlsx(tables)) };
}
