import type { ComponentType } from 'react';
import { EscalationCard } from '../escalation/escalation-card.tsx';
import { AutomationsCard } from '../../automations/automations-card.tsx';
import { PromisesCard } from '../promises/promises-card.tsx';
import { TasksCard } from '../tasks/tasks-card.tsx';
import type { TicketDetail } from '../store/types.ts';
import { RoutingCard } from '../../routing/routing-card.tsx';
import { ApprovalsCard } from '../../approvals/approvals-card.tsx';
import { SatisfactionCard } from '../../satisfaction/satisfaction-card.tsx';
import { SlaCard } from '../../sla/sla-card.tsx';
import { CustomerCard } from './customer-card.tsx';
import { FieldsCard } from './fields-card.tsx';
import { GuidelinesCard } from './guidelines-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LinksCard } from './links-card.tsx';
import { OpenTicketsCard } from './open-tickets-card.tsx';
import { ParticipantsCard } from './participants-card.tsx';
import { PropertiesCard } from './properties-card.tsx';
import { SidesCard } from './sides-card.tsx';
import { WrapUpCard } from './wrap-up-card.tsx';
import { StepsCard } from './steps-card.tsx';

/**
 * The contract of a card (docs/ARCHITECTURE.md, "The context panel"):
 * - data: it gets the ticket and reads whatever else it shows by a query of its own, so that no card waits for another;
 * - refresh: its query's first key is named in lib/live-queries.ts for the events that change it, or begins with `tickets`;
 * - actions: changes are shown first, saved after, and put back with a word when they are refused;
 * - it renders one `Card` with a stable id, under which folded or not is remembered, or nothing when it has nothing to say.
 */
export interface TicketCard {
  id: string;
  Component: ComponentType<{ ticket: TicketDetail }>;
}

/** In the order in which they stand. */
export const cards: readonly TicketCard[] = [
  { id: 'customer', Component: CustomerCard },
  { id: 'guidelines', Component: GuidelinesCard },
  { id: 'steps', Component: StepsCard },
  { id: 'approvals', Component: ApprovalsCard },
  { id: 'sla', Component: SlaCard },
  { id: 'escalation', Component: EscalationCard },
  { id: 'promises', Component: PromisesCard },
  { id: 'satisfaction', Component: SatisfactionCard },
  { id: 'tasks', Component: TasksCard },
  { id: 'ticket', Component: PropertiesCard },
  { id: 'fields', Component: FieldsCard },
  { id: 'wrap-up', Component: WrapUpCard },
  { id: 'routing', Component: RoutingCard },
  { id: 'automations', Component: AutomationsCard },
  { id: 'open', Component: OpenTicketsCard },
  { id: 'history', Component: HistoryCard },
  { id: 'participants', Component: ParticipantsCard },
  { id: 'sides', Component: SidesCard },
  { id: 'links', Component: LinksCard },
];
