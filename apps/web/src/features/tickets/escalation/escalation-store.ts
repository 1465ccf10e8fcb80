import { createStore } from '../../../lib/store.ts';
import type { TicketDetail } from '../store/types.ts';
import type { Escalation } from './escalation-queries.ts';

/** What stands open over a ticket: who is to get it, who is asked, or one that goes back. */
export type EscalationRoom = { ticket: number } & ({ kind: 'escalate' | 'ask' } | { kind: 'handBack'; escalation: Escalation });

export const escalationRoom = createStore<EscalationRoom | null>(null);

/** Only such a ticket is escalated. */
export const isWorkedOn = ({ status, folder }: Pick<TicketDetail, 'status' | 'folder'>) => folder === 'inbox' && status !== 'solved' && status !== 'closed';
