import type { z } from 'zod';
import type { FeedbackRow, HistoryRow, OwnRow } from './staff-feedback.queries.ts';
import type { feedbackFileShape, feedbackShape, ownFeedbackShape } from './staff-feedback.schemas.ts';

const at = (moment: Date | null) => moment?.toISOString() ?? null;
const ref = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function toFeedback(row: FeedbackRow): z.input<typeof feedbackShape> {
  return {
    id: row.id, kind: row.kind, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color }, about: { id: row.about_id, name: row.about_name }, ticket: row.ticket_number, customer: ref(row.customer_id, row.customer_name),
    channel: row.channel, text: row.text, wants: row.wants, received_at: row.received_at.toISOString(), filed_by: { id: row.filed_by, name: row.filer_name }, owner: ref(row.owner_id, row.owner_name),
    acknowledge_by: at(row.acknowledge_by), acknowledged: row.acknowledged_at && row.acknowledged_how ? { at: row.acknowledged_at.toISOString(), how: row.acknowledged_how } : null,
    answer_by: at(row.answer_by), answered: row.answered_at && row.answered_how ? { at: row.answered_at.toISOString(), how: row.answered_how } : null,
    outcome: row.outcome, outcome_text: row.outcome_text, closed_at: at(row.closed_at),
    released: row.released_at && row.released_text !== null ? { at: row.released_at.toISOString(), text: row.released_text } : null,
    statement: row.statement_at && row.statement !== null ? { at: row.statement_at.toISOString(), text: row.statement } : null,
  };
}

export function toFile(row: FeedbackRow, history: readonly HistoryRow[]): z.input<typeof feedbackFileShape> {
  return { ...toFeedback(row), history: history.map((each) => ({ id: each.id, what: each.what, by: { id: each.agent_id, name: each.agent_name }, text: each.text, at: each.at.toISOString() })) };
}

/** Who passed a compliment on is told; who passed a complaint on is not. */
export function toOwn(row: OwnRow): z.input<typeof ownFeedbackShape> {
  return {
    id: row.id, kind: row.kind, text: row.released_text, received_at: row.received_at.toISOString(), released_at: row.released_at.toISOString(),
    filed_by: row.kind === 'compliment' ? { id: row.filed_by, name: row.filer_name } : null, statement: row.statement,
  };
}
