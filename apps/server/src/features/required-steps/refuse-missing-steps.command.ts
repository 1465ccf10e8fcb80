import { hasRole, type Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { guardedStatuses, isGuarded, type GuardedStatus, type KnownPlaybook } from './known-playbooks.ts';
import { findTicketSteps, insertOverride } from './required-steps.queries.ts';

/** What whoever changes a status brings: the playbooks that were known before the transaction, and a lead's reason to go past them. */
export type StepsGate = { playbooks: readonly KnownPlaybook[]; override?: { reason: string } | undefined };

type Moved = { ticketId: number; brandId: number; to: string };

/**
 * The one gate before a guarded status, on every way to it. Called when everything that the command changes is written, so
 * that what it brings along (a reply, a field) counts; the refusal takes all of it back. Nothing is asked of the database where
 * no live playbook of the brand guards the status.
 * @throws Problem steps_missing that names each step; not_allowed where somebody below a lead wants to go past them
 */
export async function refuseMissingSteps(tx: Tx, actor: Actor, { ticketId, brandId, to }: Moved, gate: StepsGate | undefined, now: Date): Promise<void> {
  const status = guardedStatuses.find((each) => each === to);
  if (!status) return;
  if (!gate) throw new Error(`a ticket became ${status} past the playbooks`);
  if (!isGuarded(gate.playbooks, brandId, status)) return;
  const { workspaceId } = actor.scope;
  const missing = (await findTicketSteps(tx, actor.scope, { id: ticketId }, { guarding: status })).filter(({ done }) => !done);
  if (missing.length === 0) return;
  if (!gate.override) throw stepsMissing(status, missing);
  if (actor.type !== 'agent' || !hasRole(actor.role, 'lead')) throw new Problem('not_allowed', 'Only a lead goes past required steps', [{ field: 'override', code: 'not_allowed', message: 'Takes a lead' }]);
  const steps = missing.map(({ step_id }) => step_id);
  const override = await insertOverride(tx, workspaceId, { ticketId, status, reason: gate.override.reason, steps, agentId: actor.id, now });
  await appendEvent(tx, actor, { type: 'steps.overridden', ticketId, brandId, data: { override, status, steps } });
}

function stepsMissing(status: GuardedStatus, missing: readonly { step_id: number; playbook_name: string; text: string }[]): Problem {
  const names = missing.map(({ text }) => text).join('; ');
  return new Problem('steps_missing', `To be done before it is ${status}: ${names}`, missing.map(({ step_id: step, playbook_name: playbook, text }) => ({ field: `steps.${step}`, code: 'required', message: `${playbook}: ${text}` })));
}
