import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { TicketStatus } from '../tickets/index.ts';
import { onSolving } from './measures.ts';
import type { Show } from './reports.schemas.ts';
import type { Wanted } from './sums.queries.ts';

export type ReportTicketRow = {
  ticket_id: number; listed_day: string; number: number; subject: string; status: TicketStatus; brand_id: number; brand_name: string; brand_color: string; assignee_id: number | null; assignee_name: string | null;
  requester_id: number; requester_name: string; created_at: Date; solved_day: string | null; first_replies: number; first_reply_seconds: number; resolved: number; resolution_seconds: number;
};
export type TicketsPage = { before?: { day: string; id: number }; limit: number };

const counted = new Set<string>(onSolving);

/** The tickets behind a number, newest first. Indexes, backwards: report_tickets_day, report_tickets_solved, report_tickets_open; for numbers that may be rare report_tickets_missed, _broken, _reopened, _short. */
export async function listReportTickets(db: Queryable, { scope, narrow: { brandId, ...narrow }, since, until }: Wanted, show: Show, page: TicketsPage): Promise<ReportTicketRow[]> {
  const day = counted.has(show) ? sql`f.solved_day` : sql`f.day`;
  const matches = Object.entries(narrow).map(([name, value]) => sql`and ${sql.ref(`f.${name}`)} = ${value}`);
  const { rows } = await sql<ReportTicketRow>`
    select f.ticket_id, ${day} as listed_day, t.number, t.subject, t.status, b.id as brand_id, b.name as brand_name, b.color as brand_color, a.id as assignee_id, a.name as assignee_name,
      coalesce(c.person_id, c.id) as requester_id, c.name as requester_name, f.created_at, f.solved_day, f.first_replies, f.first_reply_seconds, f.resolved, f.resolution_seconds
    from report_tickets f
    join tickets t on t.workspace_id = f.workspace_id and t.id = f.ticket_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
    where f.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`f.brand_id`)} and ${brandVisible(scope, sql`t.brand_id`)} and t.folder = 'inbox'
      ${brandId === undefined ? sql`` : sql`and f.brand_id = ${brandId}`} ${sql.join(matches, sql` `)}
      ${show === 'tickets' ? sql`` : sql`and ${sql.ref(`f.${show}`)} > 0`}
      ${show === 'open' ? sql`` : sql`and ${day} between ${since} and ${until}`}
      ${page.before ? sql`and (${day}, f.ticket_id) < (${page.before.day}, ${page.before.id})` : sql``}
    order by ${day} desc, f.ticket_id desc limit ${sql.lit(page.limit)}`.execute(db);
  return rows;
}
