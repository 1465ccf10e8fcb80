import type { Tx } from '../../platform/db/db.ts';
import { firm, type BrandKey } from './cast.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import { day, dayIn, hour, workingDay } from './plan/moments.ts';
import type { PlannedTicket } from './plan/plan.types.ts';
import { followUp, lowScore, praise } from './texts/care.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';
import type { Cared } from './write-care.ts';

/** Who asks its customers. */
const askedBy: BrandKey = 'lumenhus';
const scores = [5, 4, 5, 3, 5, 4, 5, 5, 4, 3];
const lowest = 2;

type Answered = { ticket: PlannedTicket; ticketId: number; score: number; askedAt: Date; answeredAt: Date };

/** How satisfied the customers of one brand were in the last weeks; one was not, and somebody is to talk to them. */
export async function writeSurveys(tx: Tx, { ids, tickets, ticketIds, now }: Cared): Promise<WrittenEvent[]> {
  const common = { workspace_id: ids.workspaceId };
  const brand_id = ids.brands.get(askedBy)!; // it is in the cast
  const lead = ids.agents.find(({ name }) => name === 'Karin Lindqvist')!.id; // likewise
  await insertRows(tx, 'satisfaction_settings', [{ ...common, brand_id, enabled: true, enabled_at: now, lead_id: lead, updated_at: now }]);
  const answered = answers(tickets, ticketIds, ids, now);
  const low = answered.find(({ score }) => score <= lowest);
  const [taskId] = low ? await takeIds(tx, 'tasks', 1) : [];
  if (low) await insertRows(tx, 'tasks', [{ ...common, id: taskId, ticket_id: low.ticketId, text: followUp, assignee_id: lead, due_at: workingDay(new Date(now.getTime() + 6 * hour), 0), created_by: null, position: 1, created_at: low.answeredAt }]);
  const surveyIds = await takeIds(tx, 'surveys', answered.length);
  const events: WrittenEvent[] = [];
  await insertRows(tx, 'surveys', answered.map((each, index) => {
    const { ticket, ticketId, score, askedAt, answeredAt } = each;
    const customerId = ids.customers[ticket.requester];
    const follows = each === low;
    const tell = (type: string, actorId: number | null | undefined, data: Record<string, unknown>) => events.push({ at: answeredAt, row: { type, brand_id, ticket_id: ticketId, message_id: null, actor_type: actorId ? 'customer' : 'system', actor_id: actorId ?? null, data } });
    if (follows) tell('task.added', null, { task: taskId, assignee: lead });
    tell('survey.answered', customerId, { survey: surveyIds[index], score, low: follows, ...(follows && { lead, task: taskId }) });
    return {
      ...common, id: surveyIds[index], ticket_id: ticketId, brand_id, state: 'answered', solved_at: ticket.solvedAt, asked_at: askedAt, customer_id: customerId, language: ticket.language, score,
      words: follows ? lowScore[ticket.language] : score === 5 && ticket.number % 2 === 0 ? praise[ticket.language] : null, low: follows, answered_at: answeredAt, answered_on: dayIn(firm.timeZone, answeredAt), task_id: follows ? taskId : null, unfinished: follows,
    };
  }));
  await insertRows(tx, 'satisfaction_days', days(answered).map((row) => ({ ...common, brand_id, ...row })));
  return events;
}

/** Each customer once, of what was solved in the last four weeks; the newest is the low one. */
function answers(tickets: readonly PlannedTicket[], ticketIds: readonly number[], ids: CastIds, now: Date): Answered[] {
  const heard = new Set<number>();
  return tickets
    .flatMap((ticket, index) => (ticket.brand === askedBy && ticket.folder === 'inbox' && ticket.about && ticket.solvedAt && (ticket.status === 'solved' || ticket.status === 'closed') ? [{ ticket, ticketId: ticketIds[index]!, solvedAt: ticket.solvedAt }] : [])) // an id for each ticket
    .toSorted((a, b) => b.solvedAt.getTime() - a.solvedAt.getTime())
    .flatMap(({ ticket, ticketId, solvedAt }) => {
      const askedAt = new Date(solvedAt.getTime() + day);
      const answeredAt = new Date(askedAt.getTime() + (1 + (ticket.number % 7)) * hour);
      if (answeredAt >= now || now.getTime() - solvedAt.getTime() > 28 * day || heard.has(ticket.requester) || ids.customers[ticket.requester] === undefined) return [];
      heard.add(ticket.requester);
      return [{ ticket, ticketId, askedAt, answeredAt, score: heard.size === 1 ? lowest : scores[ticket.number % scores.length]! }]; // within the list
    });
}

/** What reports read: asked and answered by day. */
function days(answered: readonly Answered[]): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, number>>();
  const count = (at: Date, column: string) => {
    const key = dayIn(firm.timeZone, at);
    const row = rows.get(key) ?? { asked: 0, score_1: 0, score_2: 0, score_3: 0, score_4: 0, score_5: 0 };
    row[column] = (row[column] ?? 0) + 1;
    rows.set(key, row);
  };
  for (const { score, askedAt, answeredAt } of answered) {
    count(askedAt, 'asked');
    count(answeredAt, `score_${score}`);
  }
  return [...rows].map(([on, row]) => ({ day: on, ...row }));
}
