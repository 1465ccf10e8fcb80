import { useQuery } from '@tanstack/react-query';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { useAllFields, useFieldWords } from '../fields/index.ts';
import { statusWord } from '../tickets/index.ts';
import { macrosOptions, partsOf, useChangeWords as useMacroWords } from '../tickets/macros/index.ts';
import { promisesOptions } from '../tickets/promises/promise-queries.ts';
import type { Approval } from './approval-queries.ts';

type Change = Approval['change'];

/** What a request would do on its ticket, as lines: what rules guard first, and all that is done along with it. */
export function useChangeLines(change: Change, ticket: number): string[] {
  const t = useT();
  const formats = useFormats();
  const { brands } = useMe();
  const fields = useAllFields();
  const words = useFieldWords();
  const sayPart = useMacroWords();
  const { fields: values = {}, status, brand, inbox: _, macros = [], move, merge_into: into, ...rest } = change;
  const { data: known = [] } = useQuery({ ...macrosOptions, enabled: macros.length > 0 });
  const { data: promises = [] } = useQuery({ ...promisesOptions(ticket), enabled: move !== undefined });
  const names = macros.flatMap((id) => known.find((macro) => macro.id === id)?.name ?? []);
  const pair = (what: string, value: string) => t('approvals.pair', { what, value });
  return [
    ...(names.length > 0 ? [pair(t('approvals.macro'), formats.list(names))] : []),
    ...(into === undefined ? [] : [t('approvals.does.merge', { number: `#${into}` })]),
    ...(move ? [t('approvals.does.move', { text: promises.find(({ id }) => id === move.commitment)?.text ?? '', time: move.due.length === 10 ? formats.day(move.due) : formats.dateTime(new Date(move.due)) }), pair(t('approvals.why'), move.reason)] : []),
    ...(brand === undefined ? [] : [t('approvals.does.brand', { brand: brands.find(({ id }) => id === brand)?.name ?? '' })]),
    ...Object.entries(values).map(([key, value]) => {
      const field = fields.find((each) => each.key === key);
      return pair(words.labelOf(fields, key), value === null ? t('approvals.emptied') : typeof value === 'number' ? formats.number(value) : field ? words.value(field, value) : String(value));
    }),
    ...(status ? [pair(t('tickets.field.status'), t(statusWord(status)))] : []),
    ...partsOf(rest).map(sayPart),
  ];
}
