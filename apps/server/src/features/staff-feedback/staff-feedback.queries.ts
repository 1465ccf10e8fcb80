import { sql, type RawBuilder } from 'kysely';
import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { feedbackChannels, FeedbackKind, historyKinds, Outcome, toldHow } from './staff-feedback.rules.ts';

type How = (typeof toldHow)[number];

export type FeedbackRow = {
  id: number; kind: FeedbackKind; brand_id: number; brand_name: string; brand_color: string; about_id: number; about_name: string; ticket_number: number | null; customer_id: number | null; customer_name: string | null;
  channel: (typeof feedbackChannels)[number]; text: string; wants: string | null; received_at: Date; filed_by: number; filer_name: string; owner_id: number | null; owner_name: string | null;
  acknowledge_by: Date | null; acknowledged_at: Date | null; acknowledged_how: How | null; answer_by: Date | null; answered_at: Date | null; answered_how: How | null;
  outcome: Outcome | null; outcome_text: string | null; closed_at: Date | null; released_at: Date | null; released_text: string | null; statement: string | null; statement_at: Date | null;
  acknowledge_soon_at: Date | null; answer_soon_at: Date | null; reminded_until: Date | null;
};

const from = sql`
  select f.id, f.kind, f.brand_id, b.name as brand_name, b.color as brand_color, f.about_id, a.name as about_name, t.number as ticket_number, c.id as customer_id, c.name as customer_name, f.channel, f.text, f.wants,
    f.received_at, f.filed_by, fb.name as filer_name, f.owner_id, o.name as owner_name, f.acknowledge_by, f.acknowledged_at, f.acknowledged_how, f.answer_by, f.answered_at, f.answered_how,
    f.outcome, f.outcome_text, f.closed_at, f.released_at, f.released_text, f.statement, f.statement_at, f.acknowledge_soon_at, f.answer_soon_at, f.reminded_until
  from staff_feedback f
  join brands b on b.workspace_id = f.workspace_id and b.id = f.brand_id
  join agents a on a.workspace_id = f.workspace_id and a.id = f.about_id
  join agents fb on fb.workspace_id = f.workspace_id and fb.id = f.filed_by
  left join agents o on o.workspace_id = f.workspace_id and o.id = f.owner_id
  left join tickets t on t.workspace_id = f.workspace_id and t.id = f.ticket_id
  left join customers c on c.workspace_id = f.workspace_id and c.id = f.customer_id`;

/** Leads and admins who see the brand, and the owner; the person named never, whatever their role. */
export function readable({ id, role, scope }: AgentActor): RawBuilder<boolean> {
  return sql<boolean>`f.workspace_id = ${scope.workspaceId} and f.about_id <> ${id} and ${brandVisible(scope, sql`f.brand_id`)} and ${hasRole(role, 'lead') ? sql`true` : sql`f.owner_id = ${id}`}`;
}

export type Wanted = { show: 'waiting' | 'overdue' | 'closed' | 'all'; kind?: FeedbackKind; now: Date; before: number; limit: number };

/** Newest first. Indexes, backwards: staff_feedback_open, else the primary key. */
export async function listFeedback(db: Queryable, actor: AgentActor, { show, kind, now, before, limit }: Wanted): Promise<FeedbackRow[]> {
  const shown = {
    waiting: sql`and f.closed_at is null`,
    overdue: sql`and f.closed_at is null and ((f.acknowledged_at is null and f.acknowledge_by < ${now}) or (f.answered_at is null and f.answer_by < ${now}))`,
    closed: sql`and f.closed_at is not null`,
    all: sql``,
  }[show];
  const { rows } = await sql<FeedbackRow>`${from} where ${readable(actor)} and f.id < ${before} ${shown} ${kind ? sql`and f.kind = ${kind}` : sql``} order by f.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findFeedback(db: Queryable, actor: AgentActor, id: number, { lock = false } = {}): Promise<FeedbackRow | null> {
  const { rows } = await sql<FeedbackRow>`${from} where ${readable(actor)} and f.id = ${id} ${lock ? sql`for no key update of f` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type Place = { ticket_id: number; brand_id: number; customer_id: number };

/** Where it was said. Index: the ticket's number. */
export async function findPlace(db: Queryable, { scope }: AgentActor, number: number): Promise<Place | null> {
  const { rows } = await sql<Place>`
    select t.id as ticket_id, t.brand_id, t.requester_id as customer_id from tickets t where t.workspace_id = ${scope.workspaceId} and t.number = ${number} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

/** Who gets a complaint: `first`, if it is one of those, else a lead of the brand with the fewest open ones, else an admin; whoever filed it only where there is nobody else, `first` or not. */
export async function pickOwner(db: Queryable, workspaceId: number, { brandId, about, filer, first = null }: { brandId: number; about: number; filer: number; first?: number | null }): Promise<{ id: number; name: string } | null> {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, a.name from agents a
    where a.workspace_id = ${workspaceId} and a.active and a.id <> ${about} and a.role in ('lead', 'admin', 'owner')
      and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))
    order by a.id = ${filer}, a.id is distinct from ${first}::bigint, a.role <> 'lead', (select count(*) from staff_feedback o where o.workspace_id = a.workspace_id and o.owner_id = a.id and o.closed_at is null), a.id limit 1`.execute(db);
  return rows[0] ?? null;
}

export type NewFeedback = {
  brandId: number; kind: FeedbackKind; about: number; ticketId: number | null; customerId: number | null; channel: string; text: string; wants: string | null; receivedAt: Date; filer: number; owner: number | null;
  acknowledgeBy: Date | null; answerBy: Date | null; acknowledgeSoonAt: Date | null; answerSoonAt: Date | null; remindAt: Date | null;
};

/** A compliment is released to the person as it is filed, and there is nothing more to do. */
export async function insertFeedback(tx: Tx, workspaceId: number, it: NewFeedback, now: Date): Promise<number> {
  const release = it.kind === 'compliment' ? now : null;
  const { rows } = await sql<{ id: number }>`
    insert into staff_feedback (workspace_id, brand_id, kind, about_id, ticket_id, customer_id, channel, text, wants, received_at, filed_by, owner_id, acknowledge_by, answer_by, acknowledge_soon_at, answer_soon_at, remind_at, closed_at, released_at, released_text, created_at)
    values (${workspaceId}, ${it.brandId}, ${it.kind}, ${it.about}, ${it.ticketId}, ${it.customerId}, ${it.channel}, ${it.text}, ${it.wants}, ${it.receivedAt}, ${it.filer}, ${it.owner}, ${it.acknowledgeBy}, ${it.answerBy},
      ${it.acknowledgeSoonAt}, ${it.answerSoonAt}, ${it.remindAt},
      ${release}, ${release}, ${release ? it.text : null}, ${now})
    returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

export type FeedbackChange = Partial<Pick<FeedbackRow, 'owner_id' | 'acknowledged_at' | 'acknowledged_how' | 'answered_at' | 'answered_how' | 'outcome' | 'outcome_text' | 'closed_at' | 'released_at' | 'released_text' | 'statement' | 'statement_at'>> & { remind_at?: Date | null };

export async function updateFeedbackRow(tx: Tx, workspaceId: number, id: number, change: FeedbackChange): Promise<void> {
  await tx.updateTable('staff_feedback').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export type HistoryRow = { id: number; what: (typeof historyKinds)[number]; agent_id: number; agent_name: string; text: string | null; at: Date };

export async function addHistory(tx: Tx, workspaceId: number, feedbackId: number, agentId: number, what: HistoryRow['what'], text: string | null, at: Date): Promise<void> {
  await sql`insert into staff_feedback_history (workspace_id, feedback_id, agent_id, what, text, at) values (${workspaceId}, ${feedbackId}, ${agentId}, ${what}, ${text}, ${at})`.execute(tx);
}

/** Looking again within the hour is the same look. */
export async function noteRead(tx: Tx, workspaceId: number, feedbackId: number, agentId: number, at: Date): Promise<void> {
  await sql`insert into staff_feedback_history (workspace_id, feedback_id, agent_id, what, at)
    select ${workspaceId}, ${feedbackId}, ${agentId}, 'read', ${at}::timestamptz where not exists (
      select from staff_feedback_history h where h.workspace_id = ${workspaceId} and h.feedback_id = ${feedbackId} and h.agent_id = ${agentId} and h.what = 'read' and h.at > ${at}::timestamptz - interval '1 hour')`.execute(tx);
}

/** Index: staff_feedback_history_of, backwards. */
export async function listHistory(db: Queryable, workspaceId: number, feedbackId: number): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.id, h.what, h.agent_id, a.name as agent_name, h.text, h.at from staff_feedback_history h join agents a on a.workspace_id = h.workspace_id and a.id = h.agent_id
    where h.workspace_id = ${workspaceId} and h.feedback_id = ${feedbackId} order by h.id desc limit 200`.execute(db);
  return rows.toReversed();
}

export type OwnRow = { id: number; kind: FeedbackKind; released_text: string; received_at: Date; released_at: Date; filed_by: number; filer_name: string; statement: string | null };

/** What was released to the person named: those words, and nothing else of the file. Index: staff_feedback_released, backwards. */
export async function listReleased(db: Queryable, workspaceId: number, agentId: number, { before, limit }: { before: number; limit: number }): Promise<OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select f.id, f.kind, f.released_text, f.received_at, f.released_at, f.filed_by, a.name as filer_name, f.statement
    from staff_feedback f join agents a on a.workspace_id = f.workspace_id and a.id = f.filed_by
    where f.workspace_id = ${workspaceId} and f.about_id = ${agentId} and f.released_at is not null and f.id < ${before} order by f.id desc limit ${limit}`.execute(db);
  return rows;
}

/** A released complaint about this agent, locked. */
export async function lockOwnComplaint(tx: Tx, workspaceId: number, agentId: number, id: number): Promise<boolean> {
  const { rows } = await sql`select from staff_feedback where workspace_id = ${workspaceId} and id = ${id} and about_id = ${agentId} and kind = 'complaint' and released_at is not null for no key update`.execute(tx);
  return rows.length > 0;
}

export async function readDays(db: Queryable, workspaceId: number): Promise<{ acknowledge: number; answer: number } | null> {
  const { rows } = await sql<{ acknowledge: number; answer: number }>`select acknowledge_days as acknowledge, answer_days as answer from staff_feedback_settings where workspace_id = ${workspaceId}`.execute(db);
  return rows[0] ?? null;
}

export async function writeDays(tx: Tx, workspaceId: number, { acknowledge, answer }: { acknowledge: number; answer: number }, now: Date): Promise<void> {
  await sql`insert into staff_feedback_settings (workspace_id, acknowledge_days, answer_days, updated_at) values (${workspaceId}, ${acknowledge}, ${answer}, ${now})
    on conflict (workspace_id) do update set acknowledge_days = excluded.acknowledge_days, answer_days = excluded.answer_days, updated_at = excluded.updated_at`.execute(tx);
}
