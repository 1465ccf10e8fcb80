import type { Context } from '../../context.ts';
import { systemActor, type Actor, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { updateAgent } from '../agents/index.ts';
import { handOverCommitments } from '../commitments/index.ts';
import { handOverBase } from '../customer-base/index.ts';
import { handOverEscalations } from '../escalation/index.ts';
import { handOverComplaints } from '../staff-feedback/index.ts';
import { findTeamName } from '../tickets/index.ts';
import { endHandOver, findHandOvers, lockHandOver, mayTakeOver, moveTasks, moveTickets, saveHandOver, type HandOver } from './hand-over.queries.ts';

const batch = 100;
/** More than a request should wait for: upkeep moves the rest. */
const batchesAtOnce = 20;

/**
 * Switches an agent off and says who gets what is open of theirs; `moveAll` then moves it.
 * @throws Problem not_found, not_allowed, last_owner, invalid_input for somebody who cannot take them
 */
export async function deactivate(tx: Tx, actor: AgentActor, agentId: number, handOver: HandOver): Promise<void> {
  const { workspaceId } = actor.scope;
  const { to, id } = handOver;
  await updateAgent(tx, actor, agentId, { active: false });
  if (to === 'agent' && (id === null || id === agentId || !(await mayTakeOver(tx, workspaceId, id)))) throw fieldProblem('id', 'not_found', 'Choose an active colleague who works on tickets');
  if (to === 'team' && (id === null || (await findTeamName(tx, workspaceId, id)) === null)) throw fieldProblem('id', 'not_found', 'Choose a team');
  await saveHandOver(tx, workspaceId, agentId, { to, id: to === 'nobody' ? null : id });
}

/** Moves what the agent leaves (tickets, tasks, promises, customers looked after, escalations, complaints) in small transactions; may be called again and from several nodes. Answers how many tickets it moved. */
export async function moveAll(context: Context, actor: Actor, agentId: number): Promise<number> {
  const { workspaceId } = actor.scope;
  let moved = 0;
  for (let round = 0; round < batchesAtOnce; round += 1) {
    const now = context.clock.now();
    const done = await context.db.transaction().execute(async (tx) => {
      const handOver = await lockHandOver(tx, workspaceId, agentId);
      if (!handOver) return null;
      const tickets = await moveTickets(tx, actor, agentId, handOver, now, batch);
      const tasks = tickets < batch ? await moveTasks(tx, actor, agentId, handOver, now, batch - tickets) : 0;
      const promises = await handOverCommitments(tx, actor, agentId, handOver, now, batch);
      const base = await handOverBase(tx, actor, agentId, handOver, now, batch);
      const escalations = await handOverEscalations(tx, actor, agentId, handOver, now, batch);
      const complaints = await handOverComplaints(tx, actor, agentId, handOver.to === 'agent' ? handOver.id : null, now, batch);
      const isLast = tickets + tasks < batch && promises < batch && escalations < batch && base < batch && complaints < batch;
      if (isLast) await endHandOver(tx, workspaceId, agentId);
      return { tickets, complaints, isLast };
    });
    if (!done) break;
    moved += done.tickets;
    context.wake.say('events');
    if (done.complaints > 0) sayOfComplaints(context);
    if (done.isLast) break;
  }
  return moved;
}

/** No event tells of them. */
function sayOfComplaints({ wake }: Context): void {
  wake.say('notifications');
  wake.say('timers');
}

/** What a crash or a very long list has left; and complaints that are still with somebody who has left or only looks on by now. */
export async function finishHandOvers(context: Context, workspaceId: number): Promise<void> {
  for (const { agent_id } of await findHandOvers(context.db, workspaceId)) await moveAll(context, systemActor(workspaceId), agent_id);
  if ((await context.db.transaction().execute((tx) => handOverComplaints(tx, systemActor(workspaceId), null, null, context.clock.now(), batch))) > 0) sayOfComplaints(context);
}
