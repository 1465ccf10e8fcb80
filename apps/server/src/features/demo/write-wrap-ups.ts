import type { Tx } from '../../platform/db/db.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import { wrapUpOf } from './cast.ts';
import { day } from './plan/moments.ts';
import type { PlannedTicket } from './plan/plan.types.ts';
import { fields, topics } from './texts/fields.ts';
import type { SituationKey } from './texts/texts.types.ts';
import { endings } from './texts/wrap-ups.ts';
import type { CastIds } from './write-cast.ts';

/** What its colleagues have written down: of a solved ticket of a brand that asks for it, nearly always; its number decides. */
export function isWrapped({ number, brand, about, assignee, solvedAt, status, folder }: PlannedTicket): boolean {
  return wrapUpOf[brand] !== 'off' && about !== undefined && assignee !== null && solvedAt !== null && (status === 'solved' || status === 'closed') && folder === 'inbox' && number % 8 !== 0;
}

/** The topics of all brands, wrap-ups of solved tickets, and what reports read of them. */
export async function writeWrapUps(tx: Tx, ids: CastIds, tickets: readonly PlannedTicket[], ticketIds: readonly number[], now: Date): Promise<void> {
  const common = { workspace_id: ids.workspaceId };
  const offered = fields.find(({ key }) => key === 'topic')?.options ?? [];
  const taken = await takeIds(tx, 'topics', offered.length);
  const topicIds = new Map(offered.map(({ key }, index) => [key, taken[index]]));
  await insertRows(tx, 'topics', offered.map(({ key, parent, label, labels }, position) => ({ ...common, id: topicIds.get(key), brand_id: null, key, parent_id: parent === undefined ? null : topicIds.get(parent), label, labels: labels ?? {}, position, archived: false })));
  const [treeId] = await takeIds(tx, 'topic_trees', 1);
  await insertRows(tx, 'topic_trees', [{ ...common, id: treeId, brand_id: null, updated_at: new Date(now.getTime() - 75 * day) }]);

  const wrapped = tickets.flatMap((ticket, index) => (isWrapped(ticket) ? [{ ticket, ticketId: ticketIds[index]! }] : [])); // an id for each ticket
  const versions = wrapped.map(({ ticket, ticketId }) => {
    const situation: SituationKey = ticket.about!.situation; // it is wrapped
    const { cause, resolution, degree } = endings[ticket.language][situation];
    return { ...common, ticket_id: ticketId, version: 1, topic_id: topicIds.get(topics[situation]), degree: ticket.number % 11 === 0 ? 'partly' : degree, cause, resolution, minutes: 4 + ((ticket.number * 7) % 33), written_by: ids.agents[ticket.assignee!]!.id, written_at: ticket.solvedAt! }; // likewise; an index of the cast
  });
  await insertRows(tx, 'wrap_ups', versions.map((row, index) => ({ ...row, solved_at: row.written_at, counted_brand_id: ids.brands.get(wrapped[index]!.ticket.brand), counted_topic_id: row.topic_id, counted_degree: row.degree, counted_minutes: row.minutes }))); // one for each
  await insertRows(tx, 'wrap_up_versions', versions);
  const days = new Map<string, { brand_id: number | undefined; day: string; topic_id: number | undefined; degree: string; count: number; minutes: number }>();
  versions.forEach(({ topic_id, degree, minutes, written_at }, index) => {
    const brand_id = ids.brands.get(wrapped[index]!.ticket.brand); // one for each
    const on = written_at.toISOString().slice(0, 10);
    const key = [brand_id, on, topic_id, degree].join();
    const sum = days.get(key) ?? { brand_id, day: on, topic_id, degree, count: 0, minutes: 0 };
    days.set(key, { ...sum, count: sum.count + 1, minutes: sum.minutes + minutes });
  });
  const dayIds = await takeIds(tx, 'wrap_up_days', days.size);
  await insertRows(tx, 'wrap_up_days', [...days.values()].map((row, index) => ({ ...common, id: dayIds[index], ...row })));
}
