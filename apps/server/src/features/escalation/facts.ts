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

export type Part = (typeof parts)[number];
export const parts = ['known', 'tried', 'promised'] as const;
/** A line of a hand-over; of one that quotes a message, how it begins. */
type Fact = { text: string; quotes?: { message: number; head: string } };
export type Facts = Record<Part, string> & { quoted: Record<Part, Required<Fact>[]> };

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
  const plain = (text: string): Fact => ({ text });
  const known: Fact[] = [
    plain(ticket.subject),
    ...(wrote ? [customerLine(wrote, words, formats)] : []),
    ...filled.slice(0, mostFields).map((each) => plain(`${each.field.labels[language] ?? each.field.label}: ${shownValue(each, words, formats)}`)),
    ...(topic === null ? [] : [plain(t('escalations.fact.topic', { topic }))]),
  ];
  const done = steps.filter((step) => step.done).map(({ text, agent_name: who, done_at: at }) => (who && at ? plain(t('escalations.fact.stepBy', { step: text, who, when: formats.dateTime(at) })) : plain(t('escalations.fact.step', { step: text }))));
  const open = promises.filter(({ state }) => state === 'open' || state === 'broken');
  const promised: Fact[] = [
    ...open.map(({ text, due_at: at, due_on: on, owner_name: who }) => plain(t(who ? 'escalations.fact.promise' : 'escalations.fact.promiseOfNobody', { text, when: on ? formats.day(on) : formats.dateTime(at), who: who ?? '' }))),
    ...targets.map(({ kind, due_at: at }) => plain(t('escalations.fact.target', { kind: wordOf(words, `sla.kind.${kind}`, kind), when: formats.dateTime(at) }))),
  ];
  const facts = { known, tried: [...done, ...tried.map((each) => triedLine(each, words, formats))], promised };
  const quoted = ({ text, quotes }: Fact) => (quotes ? [{ text, quotes }] : []);
  return {
    known: lines(facts.known), tried: lines(facts.tried), promised: lines(facts.promised),
    quoted: { known: facts.known.flatMap(quoted), tried: facts.tried.flatMap(quoted), promised: facts.promised.flatMap(quoted) },
  };
}

/** Of a hand-over that is written: no more than which messages its lines may quote. */
export async function quotedFacts(db: Queryable, actor: AgentActor | SystemActor, ticket: TicketState): Promise<Facts> {
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { workspaceId } = actor.scope;
  const { language, zone } = await wordsFor(db, actor, ticket.id);
  const words = createTranslator(language);
  const formats = createFormats(language, zone);
  const ids = (await listMerged(db, workspaceId, ticket.id)).map(({ id }) => id);
  const wrote = await findNewestOfCustomer(db, workspaceId, ids);
  const tried = await listTried(db, workspaceId, ids, mostTried);
  return { known: '', tried: '', promised: '', quoted: { known: wrote ? [customerLine(wrote, words, formats)] : [], tried: tried.map((each) => triedLine(each, words, formats)), promised: [] } };
}

function customerLine(said: Said, { t }: Translator, formats: Formats): Required<Fact> {
  return quoting(said, longest.customer, (text) => t('escalations.fact.customer', { who: said.who ?? '', when: formats.dateTime(said.created_at), text }));
}

function triedLine(said: Said, { t }: Translator, formats: Formats): Required<Fact> {
  const { kind, who, created_at: at } = said;
  return quoting(said, longest.tried, (text) => t(kind === 'note' ? 'escalations.fact.note' : 'escalations.fact.reply', { who: who ?? '', when: formats.dateTime(at), text }));
}

/** No text of a message holds it. */
const nothing = '\u0000';

/** Before the quoted words it says who and when: they are what is left when somebody mends the rest. */
function quoting({ id, text }: Said, most: number, say: (text: string) => string): Required<Fact> {
  return { text: say(excerpt(text, most)), quotes: { message: id, head: say(nothing).split(nothing)[0] ?? '' } };
}

export type Source = { part: Part; line: number; message: number };
const mostSources = 100;
/** Shorter beginnings tell no message from another. */
const shortestHead = 10;

/** Which lines of a hand-over, as it was sent, quote which messages; a line that was mended still begins with who and when. */
export function sourcesOf(sent: Record<Part, string>, { quoted }: Pick<Facts, 'quoted'>): Source[] {
  return parts
    .flatMap((part) =>
      sent[part].split('\n').flatMap((written, line): Source[] => {
        const text = written.replace(/^\s*[•*-]?\s*/, '').trimEnd();
        const found = quoted[part].find((fact) => fact.text === text) ?? quoted[part].find(({ quotes: { head } }) => head.length >= shortestHead && text.startsWith(head));
        return found ? [{ part, line, message: found.quotes.message }] : [];
      }),
    )
    .slice(0, mostSources);
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

function lines(all: readonly Fact[]): string {
  return all.filter(({ text }) => text.trim() !== '').map(({ text }) => `• ${text}`).join('\n').slice(0, 10_000).toWellFormed();
}
