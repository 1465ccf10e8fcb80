import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readValues } from '../custom-fields/index.ts';
import type { KnownApprovalRule } from './known-rules.ts';
import { findFittingRules } from './rules.queries.ts';
import { rulesTouched, type Done } from './unapproved.rules.ts';

export type Held = Pick<Done, 'brandId' | 'to'> & { ticketId: number };

/** What a ticket holds, as if all of it were set now: its status and its custom fields. Index: the key of ticket_fields. */
export async function whatIsHeld(db: Queryable, scope: Scope, { ticketId, ...held }: Held): Promise<Done & { ticketId: number }> {
  return { ...held, ticketId, fields: (await readValues(db, scope.workspaceId, [ticketId])).get(ticketId) ?? {} };
}

/** The rules that it meets with what it holds, as it is now. */
export async function rulesMet(db: Queryable, scope: Scope, held: Held, known: readonly KnownApprovalRule[]): Promise<number[]> {
  const touched = rulesTouched(known, await whatIsHeld(db, scope, held));
  return touched.length === 0 ? [] : (await findFittingRules(db, scope, held.ticketId, touched.map(({ id }) => id))).map(({ id }) => id);
}
