import { createFormats, isLanguage, type Formats, type Language, type Translator } from '@ombud/i18n';
import type { AgentActor, SystemActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readFilled, shownValue } from '../case-file/index.ts';
import { listCommitments } from '../commitments/index.ts';
import { findTicketSteps } from '../required-steps/index.ts';
import { listMerged, type TicketState } from '../tickets/index.ts';
import { nameTopics } from '../wrap-ups/index.ts';
import { likelyTopic } from '../wrap-up-suggestions/index.ts';
import { findWorkspace } from '../workspaces/index.ts';
import { findNewestOfCustomer, findTellingFacts, listRunningTargets, listTried, type Said } from './facts.queries.ts';

export type Facts = { known: string; tried: string; promised: string };

const mostTried = 8;
const mostFields = 15;
const longest = { customer: 500, tried: 220 };

/** What the timeline says for a hand-over, plainly put together: for somebody to mend before they send it, in their language. */
export async function handOverFacts(db: Queryable, actor: AgentActor | SystemActor, ticket: TicketState, now: Date): Promise<Facts> {
  // Loaded with the first hand-over: the texts of the screens in all languages.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { workspaceId } = actor.scope;
  const { language, zone } = await wordsFor(db, actor, ticket.id);
  const words = createTranslator(language);
  const formats = createFormats(language, zone);
  const ids = (await listMerged(db, workspaceId, ticket.id)).map(({ id }) => id);
  const [wrote, filled, topic, steps, tried, promises, targets] = [
    await findNewestOfCustomer(db, workspaceId, ids),
    await readFilled(db, actor.scope, ticket.id),
    await topicOf(db, workspaceId, ticket, language, now),
    await findTicketSteps(db, actor.scope, { id: ticket.id }),
    await listTried(db, workspaceId, ids, mostTried),
    await listCommitments(db, workspaceId, ids),
    await listRunningTargets(db, workspaceId, ticket.id),
  ];
  const { t } = words;
  const known = [
    ticket.subject,
    ...(wrote ? [t('escalations.fact.customer', { who: wrote.who ?? '', when: formats.dateTime(wrote.created_at), text: excerpt(wrote.text, longest.customer) })] : []),
    ...filled.slice(0, mostFields).map((each) => `${each.field.labels[language] ?? each.field.label}: ${shownValue(each, words, formats)}`),
    ...(topic === null ? [] : [t('escalations.fact.topic', { topic })]),
  ];
  const done = steps.filter((step) => step.done).map(({ text, agent_name: who, done_at: at }) => (who && at ? t('escalations.fact.stepBy', { step: text, who, when: formats.dateTime(at) }) : t('escalations.fact.step', { step: text })));
  const open = promises.filter(({ state }) => state === 'open' || state === 'broken');
  const promised = [
    ...open.map(({ text, due_at: at, due_on: on, owner_name: who }) => t(who ? 'escalations.fact.promise' : 'escalations.fact.promiseOfNobody', { text, when: on ? formats.day(on) : formats.dateTime(at), who: who ?? '' })),
    ...targets.map(({ kind, due_at: at }) => t('escalations.fact.target', { kind: wordOf(words, `sla.kind.${kind}`, kind), when: formats.dateTime(at) })),
  ];
  return { known: lines(known), tried: lines([...done, ...tried.map((each) => triedLine(each, words, formats))]), promised: lines(promised) };
}

function triedLine({ kind, who, text, created_at: at }: Said, { t }: Translator, formats: Formats): string {
  return t(kind === 'note' ? 'escalations.fact.note' : 'escalations.fact.reply', { who: who ?? '', when: formats.dateTime(at), text: excerpt(text, longest.tried) });
}

/** An agent reads their own language; what an automation writes is in the brand's. */
async function wordsFor(db: Queryable, actor: AgentActor | SystemActor, ticketId: number): Promise<{ language: Language; zone: string }> {
  if (actor.type === 'agent') return { language: isLanguage(actor.language) ? actor.language : 'en', zone: actor.timeZone };
  const { brandLanguage } = await findTellingFacts(db, actor.scope.workspaceId, ticketId);
  const workspace = await findWorkspace(db, actor.scope.workspaceId);
  return { language: isLanguage(brandLanguage) ? brandLanguage : 'en', zone: workspace?.time_zone ?? 'UTC' };
}

async function topicOf(db: Queryable, workspaceId: number, ticket: TicketState, language: Language, now: Date): Promise<string | null> {
  const id = await likelyTopic(db, workspaceId, ticket, now);
  const topic = id === null ? undefined : (await nameTopics(db, workspaceId, [id])).get(id);
  return topic ? topic.path.map(({ label, labels }) => labels[language] ?? label).join(' › ') : null;
}

function wordOf({ t, has }: Translator, key: string, otherwise: string): string {
  return has(key) ? t(key) : otherwise;
}

/** On one line, cut at a word. */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed()} …`;
}

function lines(all: readonly string[]): string {
  return all.filter((each) => each.trim() !== '').map((each) => `• ${each}`).join('\n').slice(0, 10_000).toWellFormed();
}
