import type { Database } from '../../platform/db/db.ts';
import { createRemembered, type Remembered, type Remembering } from '../../platform/events/remembered.ts';
import { listGuards } from './required-steps.queries.ts';

/** The statuses that a playbook may guard. */
export const guardedStatuses = ['pending', 'on_hold', 'solved'] as const;
export type GuardedStatus = (typeof guardedStatuses)[number];

/** Of a live playbook only what it guards, and of which brand; null: of all. */
export type KnownPlaybook = { brandId: number | null; guards: readonly GuardedStatus[] };
export type KnownPlaybooks = Remembered<readonly KnownPlaybook[]>;

/** The live playbooks of each workspace, so that tickets of one without any cost nothing; forgotten at the wake-up `playbooks`. */
export function createKnownPlaybooks(db: Database, remembering: Remembering): KnownPlaybooks {
  return createRemembered((workspaceId) => listGuards(db, workspaceId), remembering);
}

/** Whether a ticket of the brand may have to do something before it gets the status. */
export function isGuarded(known: readonly KnownPlaybook[], brandId: number, status: string): boolean {
  return known.some((playbook) => (playbook.brandId === null || playbook.brandId === brandId) && playbook.guards.some((each) => each === status));
}
