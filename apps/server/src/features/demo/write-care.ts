import type { Tx } from '../../platform/db/db.ts';
import { endOfWorkingDay, readHoursOfBrands } from '../calendars/index.ts';
import { nextAt } from '../commitment-rows/index.ts';
import { endOfDayIn } from '../commitments/index.ts';
import { nextReminder, warnAt } from '../staff-feedback/index.ts';
import { firm, type BrandKey } from './cast.ts';
import { createChoice, type Chosen } from './choose-tickets.ts';
import { handOverTicket, insertRows, noteCare, takeIds } from './demo.queries.ts';
import { day, dayIn, hour } from './plan/moments.ts';
import type { PlannedCustomer, PlannedTicket } from './plan/plan.types.ts';
import { asked, complaint, compliment, handOver, promises } from './texts/care.ts';
import { creditAsked, creditRule } from './texts/service.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';

type Row = Record<string, unknown>;
export type Cared = { tickets: readonly PlannedTicket[]; ticketIds: readonly number[]; customers: readonly PlannedCustomer[]; ids: CastIds; now: Date };
type Writing = Cared & { tx: Tx; choose: ReturnType<typeof createChoice>; agentOf: (name: string) => number; tell: (chosen: Chosen, type: string, actorId: number | null, at: Date, data: Row) => void };

/** What is open with customers and among colleagues: promises, an escalation, a question, an approval that is waited for, a complaint and a compliment. */
export async function writeCare(tx: Tx, cared: Cared, ruleId: number): Promise<WrittenEvent[]> {
  const { ids } = cared;
  const events: WrittenEvent[] = [];
  const writing: Writing = {
    ...cared,
    tx,
    choose: createChoice(cared),
    agentOf: (name) => ids.agents.find((agent) => agent.name === name)!.id, // all in the cast
    tell: ({ ticketId, brandId }, type, actorId, at, data) => events.push({ at, row: { type, brand_id: brandId, ticket_id: ticketId, message_id: null, actor_type: actorId === null ? 'system' : 'agent', actor_id: actorId, data } }),
  };
  const escalated = await writeEscalation(writing);
  await writeApproval(writing, ruleId);
  const promised = await writePromises(writing);
  await writeSwarm(writing);
  await writeFeedback(writing);
  await noteCare(tx, ids.workspaceId, [...escalated, ...promised]);
  return events;
}

async function writePromises({ tx, ids, customers, choose, tell, now }: Writing): Promise<number[]> {
  const endOfToday = await endOfDayIn(tx, dayIn(firm.timeZone, now), firm.timeZone);
  const endOfTomorrow = await endOfDayIn(tx, dayIn(firm.timeZone, new Date(endOfToday.getTime() + 1)), firm.timeZone);
  const tomorrowAt = (hours: number) => new Date(endOfToday.getTime() + 1 + hours * hour);
  const phoneOf = ({ ticket }: Chosen) => customers[ticket.requester]?.addresses.find(({ kind }) => kind === 'phone')?.address;
  const planned = [
    { kind: 'promise', chosen: choose({ first: 'Ingrid Solheim' }), words: promises.today, due: { due_at: endOfToday, due_on: dayIn(firm.timeZone, endOfToday), starts_at: null } },
    { kind: 'promise', chosen: choose({}), words: promises.tomorrow, due: { due_at: endOfTomorrow, due_on: dayIn(firm.timeZone, endOfTomorrow), starts_at: null } },
    { kind: 'callback', chosen: choose({ fits: ({ requester }) => customers[requester]?.addresses.some(({ kind }) => kind === 'phone') === true }), words: promises.call, due: { due_at: tomorrowAt(11), due_on: null, starts_at: tomorrowAt(10) } },
  ].flatMap(({ chosen, ...rest }) => (chosen ? [{ chosen, ...rest }] : []));
  const taken = await takeIds(tx, 'commitments', planned.length);
  await insertRows(tx, 'commitments', planned.map(({ kind, chosen, words, due }, index) => ({
    workspace_id: ids.workspaceId, id: taken[index], ticket_id: chosen.ticketId, kind, text: words[chosen.ticket.language], ...due, phone: kind === 'callback' ? phoneOf(chosen) : null,
    owner_id: chosen.agentId, source: 'button', state: 'open', next_at: nextAt(due, chosen.at, now), made_by: chosen.agentId, created_at: chosen.at,
  })));
  planned.forEach(({ kind, chosen }, index) => tell(chosen, 'commitment.made', chosen.agentId, chosen.at, { commitment: taken[index], kind, owner: chosen.agentId, team: null }));
  return planned.map(({ chosen }) => chosen.ticketId);
}

/** From the first line to a colleague who knows more, with what is to be known. */
async function writeEscalation({ tx, ids, choose, agentOf, tell }: Writing): Promise<number[]> {
  const expert = agentOf('Karin Lindqvist');
  const chosen = choose({ language: 'en', status: 'open', but: ['Karin Lindqvist', 'Ingrid Solheim', 'Mateusz Kowalczyk'] });
  if (!chosen) return [];
  const { ticketId, agentId, at, ticket } = chosen;
  const [id] = await takeIds(tx, 'escalations', 1);
  await insertRows(tx, 'escalations', [{ workspace_id: ids.workspaceId, id, ticket_id: ticketId, kind: 'functional', target: 'agent', owner_id: expert, from_agent_id: agentId, from_team_id: ids.teams.get(ticket.team), ...handOver, state: 'open', made_by: agentId, created_at: at }]);
  await handOverTicket(tx, ids.workspaceId, ticketId, { assigneeId: expert, at });
  tell(chosen, 'ticket.updated', agentId, at, { escalation: id, changes: { assignee: { from: agentId, to: expert }, ...(ticket.status !== 'open' && { status: { from: ticket.status, to: 'open' } }) } });
  tell(chosen, 'escalation.made', agentId, at, { escalation: id, kind: 'functional', target: 'agent', tier: null, team: null, owner: expert, tell: [expert] });
  return [ticketId];
}

async function writeSwarm({ tx, ids, choose, agentOf, tell }: Writing): Promise<void> {
  const chosen = choose({ but: ['Ingrid Solheim', 'Oliver Hughes', 'Emil Sørensen'] });
  if (!chosen) return;
  const { ticketId, agentId, at } = chosen;
  const people = ['Ingrid Solheim', 'Oliver Hughes', 'Emil Sørensen'].map(agentOf);
  const [id] = await takeIds(tx, 'swarms', 1);
  await insertRows(tx, 'swarms', [{ workspace_id: ids.workspaceId, id, ticket_id: ticketId, question: asked, asked_by: agentId, created_at: at }]);
  await insertRows(tx, 'swarm_people', people.map((agent) => ({ workspace_id: ids.workspaceId, swarm_id: id, agent_id: agent, waits: true })));
  await insertRows(tx, 'ticket_followers', [agentId, ...people].map((agent) => ({ workspace_id: ids.workspaceId, ticket_id: ticketId, agent_id: agent, created_at: at })));
  tell(chosen, 'swarm.asked', agentId, at, { swarm: id, team: null, tell: people });
}

/** Of an agent who may not decide it alone, on a ticket that has no credit yet. */
async function writeApproval({ tx, ids, choose, agentOf, tell }: Writing, ruleId: number): Promise<void> {
  const leads = ['Ingrid Solheim', 'Mateusz Kowalczyk', 'Karin Lindqvist', 'Lucía Herrera'];
  const chosen = choose({ brand: creditRule.brand, fits: ({ number }) => number % 6 !== 1, but: ['Mateusz Kowalczyk', 'Ingrid Solheim'] });
  if (!chosen) return;
  const { ticketId, agentId, at } = chosen;
  const ends = new Date(at.getTime() + creditRule.hours * hour);
  const [id] = await takeIds(tx, 'approval_requests', 1);
  await insertRows(tx, 'approval_requests', [{
    workspace_id: ids.workspaceId, id, ticket_id: ticketId, rule_id: ruleId, satisfied: [], requester_id: agentId, change: { fields: { [creditRule.field]: creditAsked.amount } }, seen: { fields: { [creditRule.field]: null } },
    reason: creditAsked.reason, state: 'waiting', created_at: at, expires_at: ends, due_at: ends,
  }]);
  tell(chosen, 'approval.asked', agentId, at, { request: id, rule: ruleId, requester: agentId, approvers: leads.map(agentOf).filter((lead) => lead !== agentId) });
}

/** Nothing of it goes into the feed, which everybody of a brand reads. */
async function writeFeedback({ tx, ids, tickets, ticketIds, agentOf, now }: Writing): Promise<void> {
  const received = new Date(now.getTime() - day - 2 * hour);
  const helped = (name: string, not: number | null = null) => tickets.findLastIndex(({ assignee, solvedAt, folder }, index) => index !== not && folder === 'inbox' && solvedAt !== null && solvedAt < received && assignee !== null && ids.agents[assignee]?.name === name);
  const [kind, harsh] = [helped('Astrid Nyberg'), helped('Diego Romero')];
  const brandOf = (place: number) => ids.brands.get(tickets[place]?.brand ?? ('skarnet' satisfies BrandKey))!; // each brand has its id
  const complaintBrand = brandOf(harsh);
  const hours = (await readHoursOfBrands(tx, ids.workspaceId, [complaintBrand])).get(complaintBrand);
  const [acknowledgeBy, answerBy] = [2, 10].map((days) => (hours ? new Date(endOfWorkingDay(hours, received.getTime(), days)) : new Date(received.getTime() + days * day))) as [Date, Date];
  const reminded = {
    owner_id: agentOf('Lucía Herrera'), acknowledge_by: acknowledgeBy, acknowledged_at: null, answer_by: answerBy, answered_at: null, closed_at: null, reminded_until: null,
    acknowledge_soon_at: hours ? warnAt(hours, received, acknowledgeBy, 'acknowledge') : null, answer_soon_at: hours ? warnAt(hours, received, answerBy, 'answer') : null,
  };
  const place = (index: number) => ({ brand_id: brandOf(index), ticket_id: ticketIds[index] ?? null, customer_id: ids.customers[tickets[index]?.requester ?? -1] ?? null });
  const [complimentId, complaintId] = await takeIds(tx, 'staff_feedback', 2);
  const common = { workspace_id: ids.workspaceId, channel: 'phone', received_at: received, created_at: received };
  await insertRows(tx, 'staff_feedback', [
    { ...common, ...place(kind), id: complimentId, kind: 'compliment', about_id: agentOf('Astrid Nyberg'), text: compliment, wants: null, filed_by: agentOf('Freja Madsen'), owner_id: null, acknowledge_by: null, acknowledge_soon_at: null, answer_by: null, answer_soon_at: null, remind_at: null, closed_at: received, released_at: received, released_text: compliment },
    { ...common, ...place(harsh), id: complaintId, kind: 'complaint', about_id: agentOf('Diego Romero'), text: complaint.text, wants: complaint.wants, filed_by: agentOf('Zofia Nowak'), owner_id: reminded.owner_id, acknowledge_by: acknowledgeBy, acknowledge_soon_at: reminded.acknowledge_soon_at, answer_by: answerBy, answer_soon_at: reminded.answer_soon_at, remind_at: nextReminder(reminded), closed_at: null, released_at: null, released_text: null },
  ]);
  const history = [
    { feedback_id: complimentId, agent_id: agentOf('Freja Madsen'), what: 'filed', text: null, at: received },
    { feedback_id: complaintId, agent_id: agentOf('Zofia Nowak'), what: 'filed', text: null, at: received },
    { feedback_id: complaintId, agent_id: agentOf('Lucía Herrera'), what: 'note', text: complaint.note, at: new Date(received.getTime() + 3 * hour) },
  ];
  const historyIds = await takeIds(tx, 'staff_feedback_history', history.length);
  await insertRows(tx, 'staff_feedback_history', history.map((row, index) => ({ workspace_id: ids.workspaceId, id: historyIds[index], ...row })));
}
