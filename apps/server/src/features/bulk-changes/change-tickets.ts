import type { Context } from '../../context.ts';
import type { AgentActor, EventActor } from '../../platform/auth/actor.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { inSavepoint, type Queryable, type Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { findAgentActor } from '../agents/index.ts';
import type { KnownApprovalRule } from '../approval-rules/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { updateTicket } from '../tickets/index.ts';
import { appliedBetween, takeBack, type BackPatch } from './bulk-change.rules.ts';
import { tellBulk } from './bulk-changes.commands.ts';
import { endBulkChange, holdBulkChange, saveProgress, type BulkJob, type Counts } from './bulk-changes.queries.ts';
import type { BulkChange } from './bulk-changes.schemas.ts';
import { readTickets, saveItems, takeItems, type ItemDone, type ItemProblem, type ItemToDo } from './bulk-items.queries.ts';

export type Tools = Pick<Context, 'db' | 'clock' | 'log' | 'wake' | 'playbooks' | 'approvalRules'>;

/** Tickets of one transaction: few, because a colleague who changes one of them waits for its end. */
const batchSize = 20;
/** Missing steps that a refusal names. */
const mostNamed = 20;
/** ms between two words to the screens */
const tellEvery = 500;

/** Whoever asked for it is gone, or no longer allowed to. */
export class NotAllowedAnyMore extends Error {}

/** For events about what needs no right of theirs any more. */
export function makerOf({ agent_id, workspace_id }: BulkJob): EventActor {
  return { type: 'agent', id: agent_id, scope: { workspaceId: workspace_id, brands: 'all' } };
}

/** Whoever asked for it, with the rights that they have at this moment. @throws NotAllowedAnyMore */
async function actorOf(db: Queryable, { workspace_id, agent_id }: BulkJob): Promise<AgentActor> {
  const actor = await findAgentActor(db, workspace_id, agent_id);
  if (!actor) throw new NotAllowedAnyMore();
  return actor;
}

/**
 * A few tickets and the place in the row of them in each transaction: after a crash it goes on behind the last that was
 * written, and none is changed twice. Each is the ordinary command, with the rights of this moment.
 * @throws NotAllowedAnyMore
 */
export async function changeTickets({ db, clock, wake, playbooks, approvalRules }: Tools, job: BulkJob, signal: AbortSignal): Promise<void> {
  let nextWord = 0;
  while (!signal.aborted) {
    const known = await playbooks.of(job.workspace_id);
    const rules = await approvalRules.of(job.workspace_id);
    const goesOn = await db.transaction().execute(async (tx) => {
      const progress = await holdBulkChange(tx, job);
      if (!progress) return false;
      const actor = await actorOf(tx, job);
      const items = await takeItems(tx, job.workspace_id, job.id, progress.position, batchSize);
      const last = items.at(-1);
      if (last) {
        const done = await changeBatch(tx, actor, items, { change: job.change, known, rules, now: clock.now() });
        await saveProgress(tx, job, { ...progress, position: last.place, handled: progress.handled + items.length, counts: tally(progress.counts, done) });
        await saveItems(tx, job.workspace_id, job.id, done);
      } else {
        await endBulkChange(tx, job, 'done');
      }
      const now = monotonicNow();
      if (!last || now >= nextWord) {
        nextWord = now + tellEvery;
        await tellBulk(tx, actor, job.id, last ? 'running' : 'done');
      }
      return last !== undefined;
    });
    wake.say('events');
    if (!goesOn) return;
  }
}

type Asked = { change: BulkChange | null; known: readonly KnownPlaybook[]; rules: readonly KnownApprovalRule[]; now: Date };

async function changeBatch(tx: Tx, actor: AgentActor, items: readonly ItemToDo[], asked: Asked): Promise<ItemDone[]> {
  const done: ItemDone[] = [];
  for (const item of items) done.push({ place: item.place, ...(await changeOne(tx, actor, item, asked)), applied: null });
  const after = await readTickets(tx, actor.scope.workspaceId, items.map(({ ticket_id }) => ticket_id));
  return done.map((result, at) => {
    const item = items[at];
    const current = item && after.get(item.ticket_id);
    return item?.ticket && current ? { ...result, applied: appliedBetween(item.ticket, current) } : result;
  });
}

async function changeOne(tx: Tx, actor: AgentActor, { ticket, takes_back }: ItemToDo, { change, known, rules, now }: Asked): Promise<Pick<ItemDone, 'outcome' | 'problem'>> {
  if (!ticket) return refused({ code: 'not_found', fields: [] });
  // Its case goes on in another ticket, and moves with that.
  if (ticket.merged) return refused({ code: 'is_merged', fields: [] });
  const { patch, kept } = takes_back ? takeBack(takes_back, ticket) : { patch: change ?? {}, kept: [] };
  try {
    const { changed } = await inSavepoint(tx, () => updateTicket(tx, actor, ticket.number, asUpdate(patch), now, { playbooks: known, approvals: { rules } }));
    if (kept.length > 0) return { outcome: 'left', problem: { code: 'changed_since', fields: kept } };
    return { outcome: changed ? 'changed' : 'unchanged', problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refused(problemOf(error));
  }
}

/** A copy that the command may keep. */
function asUpdate(patch: BulkChange | BackPatch): Parameters<typeof updateTicket>[3] {
  return { ...patch };
}

/** Of a refusal for what one field was set to, that field's own code says more than "invalid"; missing steps, and the rules that ask for an approval, are named as they are called now. */
function problemOf({ code, fields }: Problem): ItemProblem {
  const names = fields.map(({ field }) => field.replace(/^fields\./, ''));
  const [only] = fields;
  if (code === 'steps_missing' || code === 'approval_needed') return { code, fields: fields.slice(0, mostNamed).map(({ message }) => message) };
  if (code === 'invalid_input' && only) return { code: only.code, fields: names };
  return { code, fields: names };
}

function refused(problem: ItemProblem): Pick<ItemDone, 'outcome' | 'problem'> {
  return { outcome: 'refused', problem };
}

function tally(before: Counts, done: readonly ItemDone[]): Counts {
  const counts = { ...before };
  for (const { outcome } of done) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
