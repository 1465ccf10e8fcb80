import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import { readValues } from '../custom-fields/index.ts';
import { lastChanges } from './last-changes.queries.ts';
import type { TicketState } from './ticket-row.queries.ts';
import type { UpdateTicketBody } from './tickets.schemas.ts';

type Clash = { field: string; now: unknown };

/**
 * Two people may change a ticket at once. Different fields both hold; the same one is not overwritten by somebody who has
 * not seen it (`seen`), unless the last who changed it was the same person.
 * @throws Problem conflict, with who changed each field to what
 */
export async function refuseOverwriting(tx: Tx, actor: AgentActor, ticket: TicketState, body: UpdateTicketBody): Promise<void> {
  const clashes = [...ownClashes(ticket, body), ...(await fieldClashes(tx, ticket, actor.scope.workspaceId, body))];
  if (clashes.length === 0) return;
  const changes = await lastChanges(tx, actor.scope.workspaceId, ticket.id, clashes.map(({ field }) => field));
  const problems = clashes.flatMap(({ field, now }): FieldProblem[] => {
    const by = changes.get(field) ?? { type: 'system' as const, id: null, name: '' };
    if (by.type === 'agent' && by.id === actor.id) return [];
    return [{ field, code: 'changed_meanwhile', message: 'Somebody changed this since you looked', changed: { by, to: now } }];
  });
  if (problems.length > 0) throw new Problem('conflict', `Changed meanwhile: ${problems.map(({ field }) => field).join(', ')}`, problems);
}

function ownClashes(ticket: TicketState, { seen = {}, ...wanted }: UpdateTicketBody): Clash[] {
  const now = {
    subject: ticket.subject, status: ticket.status, priority: ticket.priority, kind: ticket.kind, folder: ticket.folder,
    team: ticket.team_id, assignee: ticket.assignee_id, language: ticket.language,
  };
  return (Object.keys(now) as (keyof typeof now)[])
    .filter((field) => seen[field] !== undefined && wanted[field] !== undefined && now[field] !== seen[field] && now[field] !== wanted[field])
    .map((field) => ({ field, now: now[field] }));
}

/** A box that is not ticked has no value. */
const valueOf = (value: string | number | boolean | null | undefined) => (value === false ? null : (value ?? null));

async function fieldClashes(tx: Tx, ticket: TicketState, workspaceId: number, { seen, fields = {} }: UpdateTicketBody): Promise<Clash[]> {
  const keys = Object.keys(fields).filter((key) => seen?.fields && Object.hasOwn(seen.fields, key));
  if (keys.length === 0) return [];
  const now = (await readValues(tx, workspaceId, [ticket.id], keys)).get(ticket.id) ?? {};
  return keys
    .filter((key) => valueOf(now[key]) !== valueOf(seen?.fields?.[key]) && valueOf(now[key]) !== valueOf(fields[key]))
    .map((key) => ({ field: `fields.${key}`, now: valueOf(now[key]) }));
}
