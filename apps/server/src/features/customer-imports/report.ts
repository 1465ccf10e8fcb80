import type { Language } from '@ombud/i18n';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { asWritten, byteOrderMark, csvLine, separatorOf } from '../../platform/text/csv.ts';
import type { ImportRow } from './customer-imports.queries.ts';
import { listRefused } from './import-rows.queries.ts';

const pageSize = 100;

/** The refused rows as they stand in the file, with the reason in `language`, for its spreadsheets; a page of them in memory at a time. */
export async function* writeReport(db: Queryable, actor: AgentActor, { id, columns, format }: ImportRow, language: Language): AsyncGenerator<string> {
  // Loaded with the first report: the texts of the screens in all languages are needed for nothing else here.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { t } = createTranslator(language);
  const separator = separatorOf(language);
  const headings = columns.map(({ heading }, index) => heading || t('imports.column', { number: index + 1 }));
  yield byteOrderMark + csvLine([t('imports.report.row'), t('imports.report.reason'), ...headings], separator);
  let after = -1;
  for (;;) {
    const rows = await listRefused(db, actor.scope.workspaceId, id, { after, limit: pageSize });
    yield rows
      .map(({ number, problems, cells }) => {
        const reasons = problems.map(({ code, value }) => t(`imports.problem.${code}`, { value }));
        return csvLine([String(number), reasons.join(' '), ...cells.map((cell) => (format === 'csv' ? asWritten(cell) : cell))], separator);
      })
      .join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.number;
  }
}

/** `kunder-problem.csv` */
export async function reportName({ file_name }: ImportRow, language: Language): Promise<string> {
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  return `${file_name.replace(/\.[A-Za-z0-9]{1,10}$/, '')}-${createTranslator(language).t('imports.report.file')}.csv`;
}
