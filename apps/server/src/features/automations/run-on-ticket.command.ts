import type { Context } from '../../context.ts';
import type { SystemActor } from '../../platform/auth/actor.ts';
import { inSavepoint, type Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findRoots, findTicketState, type TicketState } from '../tickets/index.ts';
import { listFitting, readMeaning } from '../views/index.ts';
import { tellWebhook } from '../webhooks/index.ts';
import { applyActions, type Applied, type Gates } from './apply-actions.command.ts';
import { mostRunsAnHour, type Content } from './automations.rules.ts';
import { problemOf } from './refusal.ts';
import { hasRun, insertRun, recentRuns, type RunProblem } from './runs.queries.ts';

export type Runnable = Content & { id: number; brandId: number | null; enabledAt: Date };
type Tools = Pick<Context, 'customFields' | 'clock' | 'sealer'> & { db: Context['db'] };
/** `replied`: something waits in the outbox. */
export type Ran = 'not' | 'done' | 'replied' | 'refused' | 'stopped';

const hour = 3_600_000;

/** What an automation asks of tickets. Snoozed ones count, unless it says otherwise: nobody looks at a list here. */
export function meaningOf(tools: Pick<Context, 'db' | 'customFields' | 'clock'>, workspaceId: number, { brandId, conditions }: Pick<Runnable, 'brandId' | 'conditions'>) {
  return readMeaning(tools, { id: 0, scope: { workspaceId, brands: brandId === null ? 'all' : [brandId] } }, { snoozed: 'any', ...conditions });
}

/**
 * One automation on one ticket, because of something that never sets it off twice: asked again under the ticket's lock, done
 * wholly or not at all, and noted in the log.
 */
export async function runOnTicket(tx: Tx, tools: Tools, workspaceId: number, automation: Runnable, { ticketId, cause, gates }: { ticketId: number; cause: string; gates: Gates }): Promise<Ran> {
  const actor: SystemActor = { type: 'system', id: null, scope: { workspaceId, brands: 'all' }, automation: automation.id };
  const ticket = await findTicketState(tx, actor.scope, { id: ticketId }, { lock: true });
  if (!ticket || (await findRoots(tx, workspaceId, [ticketId])).get(ticketId) !== ticketId) return 'not';
  if (await hasRun(tx, workspaceId, { automationId: automation.id, ticketId, cause })) return 'not';
  const wanted = await meaningOf({ ...tools, db: tx }, workspaceId, automation);
  if (!wanted || (await listFitting(tx, { workspaceId, brands: wanted.brandIds }, wanted, [ticketId])).length === 0) return 'not';
  const now = tools.clock.now();
  const recent = await recentRuns(tx, workspaceId, ticketId, new Date(now.getTime() - hour), mostRunsAnHour);
  const note = (applied: Applied, problem: RunProblem | null, outcome: 'done' | 'unchanged' | 'refused' | 'stopped') =>
    insertRun(tx, workspaceId, { automationId: automation.id, ticketId, brandId: ticket.brand_id, cause, outcome, done: applied.done, problem, repliedTo: applied.repliedTo }, now);
  const nothing: Applied = { done: [], repliedTo: null, told: false };
  if (recent.count >= mostRunsAnHour) {
    if (recent.stopped) return 'not';
    await note(nothing, { code: 'too_many_runs', fields: [] }, 'stopped');
    await tell(tx, actor, ticket, { outcome: 'stopped' });
    return 'stopped';
  }
  try {
    const applied = await inSavepoint(tx, () => applyActions(tx, { sealer: tools.sealer, gates, now }, actor, ticket, automation.actions));
    await note(applied, null, applied.done.length > 0 ? 'done' : 'unchanged');
    if (applied.done.length === 0) return 'done';
    const event = await tell(tx, actor, ticket, { outcome: 'done', done: applied.done });
    if (automation.actions.webhook !== undefined) await tellWebhook(tx, workspaceId, automation.actions.webhook, { id: event, type: 'automation.ran' }, now);
    return applied.repliedTo === null && !applied.told ? 'done' : 'replied';
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    await note(nothing, problem, 'refused');
    await tell(tx, actor, ticket, { outcome: 'refused', problem: problem.code });
    return 'refused';
  }
}

/** Codes alone: the words of what is missing stand in the log. It belongs to the brand where the ticket lies now. */
async function tell(tx: Tx, actor: SystemActor, ticket: TicketState, data: Record<string, unknown>): Promise<number> {
  const after = await findTicketState(tx, actor.scope, { id: ticket.id });
  return appendEvent(tx, actor, { type: 'automation.ran', ticketId: ticket.id, brandId: (after ?? ticket).brand_id, data });
}
