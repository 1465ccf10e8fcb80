import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { listCommitments, listMoves, toCommitment } from '../commitments/index.ts';
import { listFields, readValues, type FieldRow, type FieldValues } from '../custom-fields/index.ts';
import { listOverrides, type OverrideRow } from '../playbooks/index.ts';
import { findTicketSteps, type TicketStepRow } from '../required-steps/index.ts';
import { listSurveys, toSurvey } from '../satisfaction/index.ts';
import { findTicketByNumber, listLinks, listMerged, listParticipants, readTimeline, type LinkRow, type ParticipantRow, type TicketRow, type TimelineRow } from '../tickets/index.ts';
import { listWrapUpVersions, nameTopics, toWrapUp, type WrapUp } from '../wrap-ups/index.ts';
import { withOptions, type Filled } from './filled.ts';
import { isInternal } from './internal-events.ts';
import { findHashes, findNames, type Names } from './case-file.queries.ts';

type Tools = Pick<Context, 'db' | 'customFields' | 'playbooks'>;

/** Entries in memory at a time. */
const pageSize = 50;
/** A wrap-up has no more versions. */
const mostWrapUps = 200;
const mostOverrides = 100;

export type CaseHead = { ticket: TicketRow; participants: ParticipantRow[]; links: LinkRow[]; merged: { number: number; subject: string }[]; fields: FieldRow[]; filled: Filled[]; promises: ReturnType<typeof toCommitment>[]; /** What colleagues wrote down at the end, the newest version first; empty in a file without notes. */ wrapUps: WrapUp[]; steps: TicketStepRow[]; overrides: OverrideRow[]; answers: ReturnType<typeof toSurvey>[] };
export type CaseEntry = TimelineRow & { hashes: ReadonlyMap<number, string>; names: Names };
export type Case = { head: CaseHead; entries(): AsyncGenerator<CaseEntry> };

/** A ticket with all that happened on it; the entries are read as they are asked for. @throws Problem not_found */
export async function readCase({ db, customFields, playbooks }: Tools, actor: AgentActor, number: number, { notes }: { notes: boolean }): Promise<Case> {
  const { scope } = actor;
  const ticket = await findTicketByNumber(db, scope, number, null);
  if (!ticket) throw notFound('ticket');
  const hasFields = (await customFields.of(scope.workspaceId)).length > 0;
  const hasPlaybooks = (await playbooks.of(scope.workspaceId)).length > 0;
  const whole = await listMerged(db, scope.workspaceId, ticket.id);
  const [participants, links, promised, steps, overrides, surveys, fields, values, written] = await Promise.all([
    listParticipants(db, scope, ticket.id),
    listLinks(db, scope, ticket.id),
    listCommitments(db, scope.workspaceId, whole.map(({ id }) => id)),
    notes && hasPlaybooks ? findTicketSteps(db, scope, { id: ticket.id }) : [],
    listOverrides(db, scope.workspaceId, whole.map(({ id }) => id), mostOverrides),
    listSurveys(db, scope.workspaceId, whole.map(({ id }) => id)),
    hasFields ? listFields(db, scope, { show: 'all', after: [-1, 0], limit: 1_000 }) : [],
    hasFields ? readValues(db, scope.workspaceId, [ticket.id]) : new Map<number, FieldValues>(),
    notes ? listWrapUpVersions(db, scope.workspaceId, ticket.id, { before: mostWrapUps + 1, limit: mostWrapUps }) : [],
  ]);
  const moves = await listMoves(db, scope.workspaceId, promised.map(({ id }) => id));
  const promises = promised.map((row) => toCommitment(row, moves.get(row.id)));
  const topics = await nameTopics(db, scope.workspaceId, written.flatMap(({ topic_id }) => topic_id ?? []));
  const wrapUps = written.map((row) => toWrapUp(row, topics));
  const filled = await withOptions(db, scope.workspaceId, fields, values.get(ticket.id) ?? {});

  async function* entries(): AsyncGenerator<CaseEntry> {
    let after: number | undefined;
    for (;;) {
      const rows = await readTimeline(db, scope, whole, { newestFirst: false, after, limit: pageSize });
      const shown = rows.filter((row) => notes || !isInternal(row));
      const [hashes, names] = await Promise.all([
        findHashes(db, scope.workspaceId, shown.flatMap(({ message }) => message?.attachments?.map(({ id }) => id) ?? [])),
        findNames(db, scope, { agents: [...idsOf(shown, 'assignee'), ...givenTo(shown), ...named(shown, 'owner')], teams: [...idsOf(shown, 'team'), ...named(shown, 'team')], brands: idsOf(shown, 'brand') }),
      ]);
      for (const row of shown) yield { ...row, hashes, names };
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) return;
      after = last.event_id;
    }
  }
  return { head: { ticket, participants, links, merged: whole.slice(1), fields, filled, promises, wrapUps, steps, overrides, answers: surveys.filter(({ score }) => score !== null).map(toSurvey) }, entries };
}

function idsOf(rows: readonly TimelineRow[], field: string): number[] {
  const ids = rows.flatMap(({ data }) => {
    const to = ((data['changes'] ?? {}) as Record<string, { to?: unknown } | undefined>)[field]?.to; // as update-ticket writes it
    return typeof to === 'number' ? [to] : [];
  });
  return [...new Set(ids)];
}

/** Whom an escalation or a question went to. */
function named(rows: readonly TimelineRow[], field: 'owner' | 'team'): number[] {
  return rows.flatMap(({ event_type, data }) => (/^(escalation|swarm)\./.test(event_type) && typeof data[field] === 'number' ? [data[field]] : []));
}

/** Whose a ticket was from the beginning. */
function givenTo(rows: readonly TimelineRow[]): number[] {
  return rows.flatMap(({ event_type, data }) => (event_type === 'ticket.created' && typeof data['assignee'] === 'number' ? [data['assignee']] : []));
}
