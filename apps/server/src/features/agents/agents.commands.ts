import type { Actor, AgentRole } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { visibleBrandIds } from '../brands/index.ts';
import { mayChangeRole, seesAllOf } from './agents.policy.ts';
import { findAgent, insertAgent, lockActiveOwners, replaceAgentBrands, updateAgentRow, type AgentRow } from './agents.queries.ts';
import type { CreateAgentBody, UpdateAgentBody } from './agents.schemas.ts';
import { changeUserEmail, endInvitations, endSessions, endTokens, findUserIdByEmail, insertUser, joinMembership, savePasswordHash, signsInElsewhere } from './sign-ins.queries.ts';

const roleOf = (actor: Actor): AgentRole => (actor.type === 'agent' ? actor.role : 'owner');

/**
 * Adds a colleague.
 * @throws Problem already_exists, not_allowed (an owner by somebody who is none), invalid_input for an unknown brand
 */
export async function createAgent(tx: Tx, actor: Actor, input: Omit<CreateAgentBody, 'password'>): Promise<{ agentId: number }> {
  const { workspaceId } = actor.scope;
  const allBrands = input.all_brands ?? input.brands === undefined;
  await checkNewAgent(tx, actor, { role: input.role, allBrands, brands: input.brands ?? [] });
  const agentId = await insertAgent(tx, workspaceId, { name: input.name, email: input.email, role: input.role, language: input.language, timeZone: input.time_zone, allBrands });
  if (agentId === null) throw addressTaken();
  if (!allBrands) await replaceAgentBrands(tx, workspaceId, agentId, input.brands ?? []);
  await appendEvent(tx, actor, { type: 'agent.created', data: { agent_id: agentId, role: input.role } });
  return { agentId };
}

/** Whether the actor may bring in somebody with such rights. @throws Problem not_allowed, invalid_input */
export async function checkNewAgent(tx: Tx, actor: Actor, { role, allBrands, brands }: { role: AgentRole; allBrands: boolean; brands: readonly number[] }): Promise<void> {
  if (!mayChangeRole(roleOf(actor), role, role)) throw new Problem('not_allowed', 'Only an owner makes owners');
  checkClient(role, allBrands, brands);
  await checkSight(tx, actor, allBrands, brands);
}

/**
 * Changes a colleague; whatever takes rights away ends their sessions in the same transaction.
 * Say wake 'access' after the commit.
 * @throws Problem not_found, already_exists, not_allowed, last_owner
 */
export async function updateAgent(tx: Tx, actor: Actor, agentId: number, { password, brands, ...input }: UpdateAgentBody): Promise<void> {
  const { workspaceId } = actor.scope;
  const owners = await lockActiveOwners(tx, workspaceId);
  const before = await findAgent(tx, workspaceId, { id: agentId }, { lock: true });
  if (!before) throw notFound('agent');
  const role = input.role ?? before.role;
  if (!mayChangeRole(roleOf(actor), before.role, role)) throw new Problem('not_allowed', 'Only an owner changes owners');
  if (!seesAllOf(actor.scope, before)) throw new Problem('not_allowed', 'They see more brands than you do');
  const staysOwner = role === 'owner' && (input.active ?? before.active);
  if (owners.includes(agentId) && owners.length === 1 && !staysOwner) throw new Problem('last_owner');
  if ((role === 'client') !== (before.role === 'client')) throw fieldProblem('role', 'not_allowed', 'A client reader stays one, and nobody else becomes one: give them an account of its own');
  const allBrands = input.all_brands ?? (brands === undefined ? before.all_brands : false);
  const wanted = allBrands ? [] : [...new Set(brands ?? before.brands)].toSorted((a, b) => a - b);
  checkClient(role, allBrands, wanted);
  if (input.all_brands !== undefined || brands !== undefined) await checkSight(tx, actor, allBrands, wanted);
  const patch = { ...input, all_brands: allBrands, brands: wanted };
  // Everybody reads these events: which brands there are, beyond their own, is not for everybody.
  const changes = { ...changedFields({ ...before, brands: before.all_brands ? [] : before.brands }, patch, ['name', 'email', 'brands']), ...(password ? { password: true as const } : {}) };
  if (Object.keys(changes).length === 0) return;
  if (input.email && input.email !== before.email) await moveSignIn(tx, workspaceId, before, input.email);
  // Somebody who is gone has no open tickets: unless told otherwise they wait unassigned.
  const handOver = 'active' in changes ? { hand_over_to: input.active ? null : ('nobody' as const), hand_over_id: null } : {};
  // Nor does anybody take cases who is gone, or only looks on.
  const leavesWork = ('active' in changes && input.active === false) || ('role' in changes && role === 'viewer');
  await updateAgentRow(tx, workspaceId, agentId, { ...input, ...handOver, ...(leavesWork && { availability: 'away' as const }), all_brands: allBrands });
  await replaceAgentBrands(tx, workspaceId, agentId, wanted);
  const losesAccess = ['role', 'active', 'all_brands', 'brands', 'password', 'email'].some((key) => key in changes);
  if (before.user_id && losesAccess) await endSessions(tx, before.user_id);
  // For good: somebody who comes back makes new ones.
  if (before.active && input.active === false) await endTokens(tx, workspaceId, agentId);
  // An invitation is worth what its sender is.
  if ('role' in changes || 'active' in changes) await endInvitations(tx, workspaceId, agentId);
  await appendEvent(tx, actor, { type: 'agent.updated', data: { agent_id: agentId, changes } });
}

/**
 * Gives the agent a password to sign in with; `hash` comes from hashPassword, outside of the transaction. Only the
 * installation's operator may do it for an address that signs in to another workspace: an administrator here must
 * not set the password of somebody there, nor tie a sign-in made elsewhere to an agent here.
 * @throws Problem not_found, invalid_input
 */
export async function giveSignIn(tx: Tx, workspaceId: number, agentId: number, hash: string, { byOperator = false } = {}): Promise<void> {
  const agent = await findAgent(tx, workspaceId, { id: agentId }, { lock: true });
  if (!agent) throw notFound('agent');
  const known = await findUserIdByEmail(tx, agent.email);
  if (known !== null && !byOperator && (await signsInElsewhere(tx, known, workspaceId)))
    throw fieldProblem('password', 'not_allowed', 'This address signs in to another workspace with a password of its own');
  const userId = known ?? (await insertUser(tx, agent));
  await savePasswordHash(tx, userId, hash);
  await updateAgentRow(tx, workspaceId, agentId, { user_id: userId });
  await joinMembership(tx, workspaceId, agentId, userId);
  await endSessions(tx, userId);
}

/** How a new agent signs in: as somebody who is known here, or with a password of their own (its hash). */
export type Admission = { userId: string } | { hash: string };

/** Ties a sign-in to an agent who has proved that the address is theirs. @throws Problem conflict when the address has become known meanwhile */
export async function admitAgent(tx: Tx, workspaceId: number, agentId: number, admission: Admission): Promise<void> {
  const agent = await findAgent(tx, workspaceId, { id: agentId }, { lock: true });
  if (!agent) throw notFound('agent');
  const known = await findUserIdByEmail(tx, agent.email);
  if ('userId' in admission ? known !== admission.userId : known !== null) throw new Problem('conflict');
  const userId = 'userId' in admission ? admission.userId : await insertUser(tx, agent);
  if ('hash' in admission) await savePasswordHash(tx, userId, admission.hash);
  await updateAgentRow(tx, workspaceId, agentId, { user_id: userId });
  await joinMembership(tx, workspaceId, agentId, userId);
}

/** The sign-in goes with the agent's address: the old one no longer opens anything. */
async function moveSignIn(tx: Tx, workspaceId: number, agent: AgentRow, email: string): Promise<void> {
  if (await findAgent(tx, workspaceId, { email })) throw addressTaken();
  if (agent.user_id === null) return;
  if (await signsInElsewhere(tx, agent.user_id, workspaceId)) throw fieldProblem('email', 'not_allowed', 'This address signs in to another workspace as well');
  if ((await findUserIdByEmail(tx, email)) !== null) throw addressTaken();
  await changeUserEmail(tx, agent.user_id, email);
}

/** A client reader belongs to brands that are named. */
function checkClient(role: AgentRole, allBrands: boolean, brands: readonly number[]): void {
  if (role === 'client' && (allBrands || brands.length === 0)) throw fieldProblem('brands', 'required', 'Name the brands whose cases they may read');
}

/** Nobody hands out more sight than they have. */
async function checkSight(tx: Tx, actor: Actor, allBrands: boolean, brands: readonly number[]): Promise<void> {
  if (allBrands && actor.scope.brands !== 'all') throw fieldProblem('all_brands', 'not_allowed', 'You do not see all brands yourself');
  const visible = await visibleBrandIds(tx, actor.scope, brands);
  const unknown = brands.find((id) => !visible.includes(id));
  if (unknown !== undefined) throw fieldProblem('brands', 'not_found', `There is no brand ${unknown}`);
}

function addressTaken(): Problem {
  const message = 'An agent has this address already';
  return new Problem('already_exists', message, [{ field: 'email', code: 'already_exists', message }]);
}
