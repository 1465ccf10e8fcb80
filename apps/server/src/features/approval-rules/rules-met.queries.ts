import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { readValues } from '../custom-fields/index.ts';
import type { KnownApprovalRule } from './known-rules.ts';
import { findFittingRules, type FittingRule } from './rules.queries.ts';
import { rulesTouched, type Done } from './unapproved.rules.ts';

export type Held = Pick<Done, 'brandId' | 'to'> & { ticketId: number; /** The brand that it comes from. */ askedIn?: number };

/** What a ticket holds, as if all of it were set now: its status and its custom fields. Index: the key of ticket_fields. */
export async function whatIsHeld(db: Queryable, scope: Scope, { ticketId, ...held }: Held): Promise<Done & Held> {
  return { ...held, ticketId, fields: (await readValues(db, scope.workspaceId, [ticketId])).get(ticketId) ?? {} };
}

/** The rules of what is done that the ticket fits as it is now; nothing is asked of the database where no rule guards it. */
export async function rulesFitting(db: Queryable, scope: Scope, { ticketId, ...done }: Done & { ticketId: number }, known: readonly KnownApprovalRule[]): Promise<FittingRule[]> {
  const touched = rulesTouched(known, done);
  return touched.length === 0 ? [] : findFittingRules(db, scope, ticketId, touched.map(({ id }) => id));
}

/** The rules that it meets with what it holds, as it is now. */
export async function rulesMet(db: Queryable, scope: Scope, held: Held, known: readonly KnownApprovalRule[]): Promise<number[]> {
  return (await rulesFitting(db, scope, await whatIsHeld(db, scope, held), known)).map(({ id }) => id);
}
