import { hour } from './plan/moments.ts';
import type { PlannedTicket } from './plan/plan.types.ts';
import type { BrandKey } from './cast.ts';
import type { CastIds } from './write-cast.ts';

type Wish = { brand?: BrandKey; /** Rather than others. */ first?: string; language?: string; status?: string; fits?: (ticket: PlannedTicket) => boolean; but?: readonly string[] };
/** `at`: when something could have happened on it last, after all that did. */
export type Chosen = { ticket: PlannedTicket; ticketId: number; brandId: number; agentId: number; at: Date };

/** Picks tickets that somebody works on, each once: the newest that fits, with as much of the rest as there is. */
export function createChoice({ tickets, ticketIds, ids, now }: { tickets: readonly PlannedTicket[]; ticketIds: readonly number[]; ids: CastIds; now: Date }) {
  const used = new Set<PlannedTicket>();
  const quiet = (ticket: PlannedTicket) => now.getTime() - (ticket.steps.at(-1)?.at.getTime() ?? 0);
  const worked = tickets.flatMap((ticket, index) => (ticket.folder === 'inbox' && ticket.about && ticket.assignee !== null && (ticket.status === 'open' || ticket.status === 'pending') && quiet(ticket) > hour ? [{ ticket, index, agent: ids.agents[ticket.assignee]! }] : [])); // an index of the cast

  return ({ brand, first, language, status, fits = () => true, but = [] }: Wish): Chosen | null => {
    const able = worked.filter(({ ticket, agent }) => !used.has(ticket) && (!brand || ticket.brand === brand) && fits(ticket) && !but.includes(agent.name));
    const score = ({ ticket, agent }: (typeof worked)[number]) => 4 * Number(agent.name === first) + 2 * Number(ticket.status === status) + Number(ticket.language === language);
    const [best] = able.toSorted((a, b) => score(b) - score(a) || quiet(a.ticket) - quiet(b.ticket));
    if (!best) return null;
    used.add(best.ticket);
    const last = now.getTime() - quiet(best.ticket);
    return { ticket: best.ticket, ticketId: ticketIds[best.index]!, brandId: ids.brands.get(best.ticket.brand)!, agentId: best.agent.id, at: new Date(Math.max(last + 0.4 * hour, now.getTime() - 3 * hour)) }; // an id for each
  };
}
