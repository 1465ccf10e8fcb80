import type { Language } from '@ombud/i18n';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { byteOrderMark, csvLine, separatorOf } from '../../platform/text/csv.ts';
import { listFields } from '../custom-fields/index.ts';
import { listItems, type ItemProblem } from './bulk-items.queries.ts';

const pageSize = 200;

/** The tickets that were refused, then those that were left, each with the reason in `language`; a page of them in memory at a time. */
export async function* writeReport(db: Queryable, actor: AgentActor, bulkId: number, language: Language): AsyncGenerator<string> {
  // Loaded with the first report: the texts of the screens in all languages are needed for nothing else here.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { t, has } = createTranslator(language);
  const separator = separatorOf(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const fields = await listFields(db, actor.scope, { show: 'all', after: [-1, 0], limit: 1_000 });
  const labels = new Map(fields.map((field) => [field.key, field.labels[language] ?? field.label]));
  const word = (name: string) => {
    const key = `bulk.field.${name}`;
    return has(key) ? t(key) : name;
  };
  const reason = ({ code, fields: names }: ItemProblem): string => {
    if (code === 'changed_since') return t('bulk.problem.changed_since', { fields: list.format(names.map(word)) });
    if (code === 'fields_missing') return t('bulk.problem.fields_missing', { fields: list.format(names.map((key) => labels.get(key) ?? key)) });
    if (code === 'steps_missing') return t('playbooks.bulk', { steps: names.join('; ') });
    const key = [`bulk.problem.${code}`, `refusals.${code}`, `errors.${code}`].find(has);
    return key === undefined ? code : t(key);
  };
  yield byteOrderMark + csvLine([t('bulk.report.ticket'), t('bulk.report.subject'), t('bulk.report.reason')], separator);
  for (const outcome of ['refused', 'left'] as const) {
    for (let after = 0; ; ) {
      const rows = await listItems(db, actor.scope, bulkId, { outcome, after, limit: pageSize });
      yield rows.map(({ number, subject, problem }) => csvLine([number === null ? '' : String(number), subject ?? '', problem ? reason(problem) : ''], separator)).join('');
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) break;
      after = last.place;
    }
  }
}
