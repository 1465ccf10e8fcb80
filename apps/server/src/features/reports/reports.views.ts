import type { Only } from './reports.policy.ts';
import type { ReportTicketRow } from './tickets.queries.ts';

export function toReportTicket(row: ReportTicketRow, only: Only) {
  const timed = only !== 'volume';
  return {
    number: row.number,
    subject: row.subject,
    status: row.status,
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    requester: { id: row.requester_id, name: row.requester_name },
    created_at: row.created_at.toISOString(),
    solved_on: row.solved_day,
    first_reply_seconds: timed && row.first_replies > 0 ? row.first_reply_seconds : null,
    resolution_seconds: timed && row.resolved > 0 ? row.resolution_seconds : null,
  };
}
