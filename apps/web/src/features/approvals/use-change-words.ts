import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { useAllFields, useFieldWords } from '../fields/index.ts';
import { statusWord, useLanguageName } from '../tickets/index.ts';
import { macrosOptions, partsOf, useChangeWords as useMacroWords } from '../tickets/macros/index.ts';
import { promisesOptions } from '../tickets/promises/promise-queries.ts';
import { useNames } from '../tickets/store/people.ts';
import type { Approval } from './approval-queries.ts';

type Change = Approval['change'];
/** Signs of a message by which it is known. */
const excerptLength = 120;

/** What a request would do on its ticket, as lines: what rules guard first, and all that is done along with it. */
export function useChangeLines(change: Change, ticket: number): string[] {
  const t = useT();
  const formats = useFormats();
  const { brands } = useMe();
  const fields = useAllFields();
  const words = useFieldWords();
  const sayPart = useMacroWords();
  const whom = useTarget();
  const languageName = useLanguageName();
  const { fields: values = {}, status, brand, inbox: _, language, macros = change.reply?.macros ?? [], move, make_promise: promise, withdraw, escalate, split, unmerge, merge_into: into, folder, reply, forward, write_aside: aside, ...rest } = change;
  const along = reply && { ...reply.changes, ...(reply.status && { status: reply.status }) };
  const { data: known = [] } = useQuery({ ...macrosOptions, enabled: macros.length > 0 });
  const { data: promises = [] } = useQuery({ ...promisesOptions(ticket), enabled: move !== undefined || withdraw !== undefined });
  const { data: message } = useQuery({ queryKey: ['message', split?.message], queryFn: ({ signal }) => api.get('/api/v1/messages/{id}', { path: { id: split!.message }, signal }), enabled: split !== undefined }); // asked for with one alone
  const names = macros.flatMap((id) => known.find((macro) => macro.id === id)?.name ?? []);
  const pair = (what: string, value: string) => t('approvals.pair', { what, value });
  const peopleText = (people: readonly { email: string; name?: string }[]) => formats.list(people.map(({ email, name }) => name || email));
  const textOf = (commitment: number) => promises.find(({ id }) => id === commitment)?.text ?? '';
  const dueText = (due: string) => (due.length === 10 ? formats.day(due) : formats.dateTime(new Date(due)));
  return [
    ...(names.length > 0 ? [pair(t('approvals.macro'), formats.list(names))] : []),
    ...(into === undefined ? [] : [t('approvals.does.merge', { number: `#${into}` })]),
    ...(move ? [t('approvals.does.move', { text: textOf(move.commitment), time: dueText(move.due) }), pair(t('approvals.why'), move.reason), ...(move.message ? [move.message] : [])] : []),
    ...(promise ? [t('approvals.does.promise', { text: promise.text, time: dueText(promise.due) })] : []),
    ...(withdraw ? [t('approvals.does.withdraw', { text: textOf(withdraw.commitment) }), ...(withdraw.reason ? [pair(t('approvals.why'), withdraw.reason)] : [])] : []),
    ...(escalate ? [t('lead' in escalate.to ? 'approvals.does.decide' : 'approvals.does.escalate', { who: whom(escalate.to) }), pair(t('approvals.question'), escalate.question)] : []),
    ...(split ? [t('approvals.does.split', { text: split.subject ?? message?.reply_text.replaceAll(/\s+/g, ' ').trim().slice(0, excerptLength) ?? '' })] : []),
    ...(reply ? [reply.to ? t('approvals.does.reply', { who: peopleText(reply.to) }) : t('approvals.does.replyAll')] : []),
    ...(forward ? [t(forward.kind === 'forward' ? 'approvals.does.forward' : 'approvals.does.question', { who: peopleText(forward.to) })] : []),
    ...(aside ? [t('approvals.does.aside')] : []),
    ...(unmerge ? [t('approvals.does.unmerge')] : []),
    ...(folder ? [t(folder === 'inbox' ? 'approvals.does.restore' : `approvals.does.${folder}`)] : []),
    ...(brand === undefined ? [] : [t('approvals.does.brand', { brand: brands.find(({ id }) => id === brand)?.name ?? '' })]),
    ...(language === undefined ? [] : [pair(t('tickets.field.language'), language === null ? t('approvals.emptied') : languageName(language))]),
    ...Object.entries(values).map(([key, value]) => {
      const field = fields.find((each) => each.key === key);
      return pair(words.labelOf(fields, key), value === null ? t('approvals.emptied') : typeof value === 'number' ? formats.number(value) : field ? words.value(field, value) : String(value));
    }),
    ...(status ? [pair(t('tickets.field.status'), t(statusWord(status)))] : []),
    ...partsOf(rest).map(sayPart),
    ...partsOf(along ?? {}).map(sayPart),
  ];
}

/** Whom an escalation goes to. */
function useTarget(): (to: NonNullable<Change['escalate']>['to']) => string {
  const t = useT();
  const names = useNames();
  return (to) => {
    if ('agent' in to) return names.agent(to.agent);
    if ('lead' in to) return to.lead === null ? t('escalations.lead.any') : names.agent(to.lead);
    if (!('tier' in to)) return names.team(to.team);
    return to.team === undefined ? t('escalations.card.tier', { tier: to.tier }) : t('escalations.card.tierIn', { tier: to.tier, team: names.team(to.team) });
  };
}
