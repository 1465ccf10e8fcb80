import { z } from 'zod';
import { systemActor, type Actor, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursors.ts';
import { id as anId } from '../../platform/http/shapes.ts';
import { accountAgents } from './account.queries.ts';
import { mostEntries } from './base-list.queries.ts';
import type { MoveBaseBody } from './base.schemas.ts';
import { endMove, findLastStep, findMove, insertMove, lockHeld, writeMoved, type Held, type MovedEntry, type Step, type Wanted } from './base-moves.queries.ts';

/** Of each kind, so many in one step. */
const stepSize = 1_000;
/** The move that goes on, and how far each kind has been gone through. */
const stepPosition = z.tuple([anId, z.int().min(0), z.int().min(0)]);

/**
 * Gives named customers and organizations, or all that an agent looks after, to another one. Those of a brand that the new agent
 * or deputy does not see stay as they were. A whole base goes in steps: `next` says where the one after this begins.
 * @throws Problem invalid_input that names the field; not_found, conflict for a move that does not go on
 */
export async function moveBase(tx: Tx, actor: AgentActor, body: MoveBaseBody, now: Date): Promise<{ id: number; moved: number; left: number; next_cursor: string | null }> {
  const { workspaceId } = actor.scope;
  const wanted = wantedOf(body);
  const takers = await checkTakers(tx, workspaceId, body);
  const before = await readStep(tx, actor, body);
  const whole = 'from' in wanted;
  const held = await lockHeld(tx, actor.scope, whole ? { ...wanted, ...(before && { after: before.after }) } : wanted, takers, whole ? stepSize : mostEntries);
  if (!whole) {
    for (const kind of ['customer', 'organization'] as const) {
      const missing = wanted[`${kind}s`].find((id) => !held.some((each) => each.kind === kind && each.id === id));
      if (missing !== undefined) throw fieldProblem(`${kind}s`, 'not_found', `There is no ${kind} ${missing}`);
    }
  }
  const entries = held.filter(({ fits }) => fits).map((each) => ({ ...after(each, body), hidden: each.hidden })).filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]);
  await writeMoved(tx, actor, entries, now);
  const step = await insertMove(tx, workspaceId, actor.id, entries.map(({ hidden: _, ...entry }) => entry), { partOf: before?.move ?? null, now });
  const id = before?.move ?? step;
  return { id, next_cursor: whole ? nextStep(held, before?.after, id) : null, moved: entries.filter(({ hidden }) => !hidden).length, left: held.filter((each) => !each.fits && !each.hidden).length };
}

/** @throws Problem invalid_cursor; not_found for another one's move; conflict for one that is being undone */
async function readStep(tx: Tx, actor: AgentActor, { cursor, from }: MoveBaseBody): Promise<{ move: number; after: Step } | null> {
  if (cursor === undefined) return null;
  if (from === undefined) throw fieldProblem('cursor', 'does_not_belong', 'Only a whole base goes in steps');
  const [move, organization, customer] = decodeCursor(cursor, stepPosition);
  const begun = await findMove(tx, actor.scope.workspaceId, move);
  if (begun?.moved_by !== actor.id) throw notFound('move');
  if (begun.undone) throw new Problem('conflict', 'It has been undone');
  return { move, after: { organization, customer } };
}

/** Null at the end. Of a kind that is through, the step after begins where the last one ended. */
function nextStep(held: readonly Held[], after: Step = { organization: 0, customer: 0 }, move: number): string | null {
  const of = (kind: Held['kind']) => held.filter((each) => each.kind === kind);
  const [organizations, customers] = [of('organization'), of('customer')];
  if (organizations.length < stepSize && customers.length < stepSize) return null;
  return encodeCursor([move, organizations.at(-1)?.id ?? after.organization, customers.at(-1)?.id ?? after.customer]);
}

function wantedOf({ from, customers = [], organizations = [] }: MoveBaseBody): Wanted & ({ from: number } | { customers: number[]; organizations: number[] }) {
  const named = customers.length + organizations.length > 0;
  if (from === undefined && !named) throw fieldProblem('from', 'required', 'Say whose, or which customers and organizations');
  if (from !== undefined && named) throw fieldProblem('from', 'only_one', 'Give whose, or which, but not both');
  return from === undefined ? { customers: [...new Set(customers)], organizations: [...new Set(organizations)] } : { from, as: 'agent' };
}

async function checkTakers(tx: Tx, workspaceId: number, { from, agent, deputy }: MoveBaseBody): Promise<number[]> {
  if (agent === null && deputy != null) throw fieldProblem('deputy', 'needs_agent', 'A deputy stands in for somebody');
  if (agent !== null && deputy === agent) throw fieldProblem('deputy', 'same_agent', 'The deputy is somebody else');
  if (agent !== null && agent === from) throw fieldProblem('agent', 'same_agent', 'They look after these already');
  const takers = [...(agent === null ? [] : [agent]), ...(deputy == null ? [] : [deputy])];
  const there = await accountAgents(tx, workspaceId, takers);
  for (const [field, id] of [['agent', agent], ['deputy', deputy]] as const) if (id != null && !there.has(id)) throw fieldProblem(field, 'not_found', 'There is no such agent who works on tickets');
  return takers;
}

/** Somebody's deputy who now looks after them stands in for nobody any more. */
function after({ kind, id, agent_id, deputy_id }: Held, { agent, deputy }: Pick<MoveBaseBody, 'agent' | 'deputy'>): MovedEntry {
  const kept = deputy === undefined ? deputy_id : deputy;
  return { kind, id, from: [agent_id, deputy_id], to: [agent, agent === null || kept === agent ? null : kept] };
}

/** Puts back what nobody has changed since, of the last step that is not undone yet. @throws Problem not_found, conflict for what is undone already */
export async function undoMove(tx: Tx, actor: AgentActor, moveId: number, now: Date): Promise<{ restored: number; left: number; more: boolean }> {
  const move = await findMove(tx, actor.scope.workspaceId, moveId);
  // It is undone once and whole: not by somebody who sees only a part of it.
  if (!move || (move.moved_by !== actor.id && actor.scope.brands !== 'all')) throw notFound('move');
  const step = await findLastStep(tx, actor.scope.workspaceId, moveId);
  if (!step) throw new Problem('conflict', 'It is undone already');
  const idsOf = (kind: MovedEntry['kind']) => step.entries.filter((each) => each.kind === kind).map(({ id }) => id);
  const held = await lockHeld(tx, actor.scope, { customers: idsOf('customer'), organizations: idsOf('organization'), hidden: true }, [], mostEntries);
  const moved = new Map(step.entries.map((entry) => [`${entry.kind}.${entry.id}`, entry]));
  const back = held.flatMap(({ kind, id, agent_id, deputy_id, hidden }) => {
    const entry = moved.get(`${kind}.${id}`);
    return entry && entry.to[0] === agent_id && entry.to[1] === deputy_id ? [{ kind, id, from: entry.to, to: entry.from, hidden }] : [];
  });
  await writeMoved(tx, actor, back, now);
  await endMove(tx, actor.scope.workspaceId, step.id, now);
  const restored = back.filter(({ hidden }) => !hidden).length;
  return { restored, left: held.filter(({ hidden }) => !hidden).length - restored, more: step.more };
}

/**
 * Of an agent who was switched off, gives at most about `limit` of their base to the colleague who takes over, and the colleague
 * stands in where they did; answers how many. What nobody takes stays theirs, and the deputy stands in: nothing is lost.
 */
export async function handOverBase(tx: Tx, actor: Actor, agentId: number, { to, id }: { to: 'agent' | 'team' | 'nobody'; id: number | null }, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  if (to !== 'agent' || id === null || !(await accountAgents(tx, workspaceId, [id])).has(id)) return 0;
  const { scope } = systemActor(workspaceId);
  const own = await lockHeld(tx, scope, { from: agentId, as: 'agent', fitting: true }, [id], limit);
  const standingIn = own.length < limit ? await lockHeld(tx, scope, { from: agentId, as: 'deputy', fitting: true }, [id], limit) : [];
  await writeMoved(tx, actor, [
    ...own.map((each) => ({ ...after(each, { agent: id }), hidden: each.hidden })),
    ...standingIn.map((each) => ({ ...after(each, { agent: each.agent_id, deputy: id }), hidden: each.hidden })),
  ], now);
  return own.length + standingIn.length;
}
