import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { EventData, EventType } from '../../platform/events/event-types.ts';
import type { ApprovalGate, FittingRule } from '../approval-rules/index.ts';
import type { Escalating } from '../escalation/index.ts';

export type EscalateGate = { approvals: ApprovalGate; fitBefore?: readonly FittingRule[]; told?: EventData };

/** What a change of a ticket sets off in features that are built on tickets themselves; made in `createContext` (wiring.ts). */
export type SetsOff = {
  /** @throws Problem as `escalateTicket` */
  escalate(tx: Tx, actor: AgentActor, number: number, escalating: Escalating, now: Date, gate: EscalateGate): Promise<{ id: number; told: boolean }>;
  /** Whether it is active and may be told of the brand. */
  isLiveWebhook(tx: Tx, workspaceId: number, webhookId: number, brandId: number): Promise<boolean>;
  /** Tells it of an event of this transaction, not before `at`. */
  tellWebhook(tx: Tx, workspaceId: number, webhookId: number, event: { id: number; type: EventType }, at: Date): Promise<void>;
};
