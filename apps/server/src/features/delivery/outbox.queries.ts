import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { OutboxKind, OutboxStatus, QueuedMail } from './delivery.types.ts';

export type OutboxJob = {
  workspace_id: number; id: number; ticket_id: number | null; brand_id: number; inbox_id: number; message_id: number | null;
  kind: OutboxKind; mail_message_id: string; mail: QueuedMail; envelope_to: string[]; accepted: string[]; refused: string[]; attempts: number;
};

const jobColumns = sql.raw('workspace_id, id, ticket_id, brand_id, inbox_id, message_id, kind, mail_message_id, mail, envelope_to, accepted, refused, attempts');

export type ToClaim = { limit: number; leaseSeconds: number; hasDefaultWay: boolean; /** Left alone this time. */ busyInboxes: number[] };

/**
 * Takes due mails for `leaseSeconds`, only those that have a way out: their inbox's own, or the installation's.
 * A row whose sender died comes due again with its lease. Index: outbox_due.
 */
export async function claimOutbox(alone: Alone, workspaceId: number, { limit, leaseSeconds, hasDefaultWay, busyInboxes }: ToClaim): Promise<OutboxJob[]> {
  const { rows } = await sql<OutboxJob>`
    with due as materialized (
      select o.id as due_id from outbox o join inboxes i on i.workspace_id = o.workspace_id and i.id = o.inbox_id
      where o.workspace_id = ${workspaceId} and o.next_attempt_at <= now() and o.status in ('queued', 'sending')
        and (${hasDefaultWay} or i.smtp_url_sealed is not null) and o.inbox_id <> all(${busyInboxes}::bigint[])
      order by o.next_attempt_at, o.id limit ${limit} for update of o skip locked)
    update outbox set status = 'sending', attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds}),
      next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    from due where workspace_id = ${workspaceId} and id = due_id
    returning ${jobColumns}`.execute(alone);
  return rows.sort((a, b) => a.id - b.id);
}

export async function renewOutbox(alone: Alone, job: OutboxJob, leaseSeconds: number): Promise<void> {
  await sql`update outbox set locked_until = now() + make_interval(secs => ${leaseSeconds}), next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${job.workspace_id} and id = ${job.id} and status = 'sending' and attempts = ${job.attempts}`.execute(alone);
}

export type OutboxEnd =
  | { status: 'sent' | 'failed'; accepted: string[]; refused: string[]; error: string | null }
  | { status: 'queued'; accepted: string[]; refused: string[]; error: string; inSeconds: number };

/** Ends an attempt if it is still this one's; false when the lease was lost and another node has it. */
export async function finishOutbox(tx: Tx, job: OutboxJob, end: OutboxEnd): Promise<boolean> {
  const { rows } = await sql`
    update outbox set status = ${end.status}, accepted = ${end.accepted}::text[], refused = ${end.refused}::text[], last_error = ${end.error}, locked_until = null,
      sent_at = ${end.status === 'sent' ? sql`now()` : sql`null`},
      next_attempt_at = ${end.status === 'queued' ? sql`now() + make_interval(secs => ${end.inSeconds})` : sql`null`}
    where workspace_id = ${job.workspace_id} and id = ${job.id} and status = 'sending' and attempts = ${job.attempts} returning id`.execute(tx);
  return rows.length > 0;
}

export type OutgoingMessage = { ticket_id: number; side_id: number | null; text: string; html: string | null; subject: string };
export type OutgoingFile = { sha256: string; size: number; type: string; name: string; content_id: string | null; inline: boolean };

export async function readOutgoing(db: Queryable, workspaceId: number, messageId: number): Promise<{ message: OutgoingMessage; files: OutgoingFile[] } | null> {
  const message = await db.selectFrom('messages').select(['ticket_id', 'side_id', 'text', 'html', 'subject']).where('workspace_id', '=', workspaceId).where('id', '=', messageId).executeTakeFirst();
  if (!message) return null;
  const files = await db
    .selectFrom('message_files as mf')
    .innerJoin('files as f', (join) => join.onRef('f.workspace_id', '=', 'mf.workspace_id').onRef('f.id', '=', 'mf.file_id'))
    .select(['f.sha256', 'f.size', 'f.type', 'mf.name', 'mf.content_id', 'mf.inline'])
    .where('mf.workspace_id', '=', workspaceId)
    .where('mf.message_id', '=', messageId)
    .orderBy('mf.position')
    .execute();
  return { message, files };
}

export async function readInboxWay(db: Queryable, workspaceId: number, inboxId: number): Promise<{ address: string; smtp_url_sealed: string | null }> {
  return db.selectFrom('inboxes').select(['address', 'smtp_url_sealed']).where('workspace_id', '=', workspaceId).where('id', '=', inboxId).executeTakeFirstOrThrow();
}

/** Addresses that the receiving server refused for good. */
export async function markRefused(tx: Tx, workspaceId: number, addresses: string[], at: Date): Promise<void> {
  await tx
    .updateTable('customer_addresses')
    .set({ bounced_at: at, bounce_status: '5.1.1' })
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'email')
    .where('address', 'in', addresses)
    .execute();
}

export type OutboxRow = {
  id: number; ticket_id: number | null; ticket_number: number | null; brand_id: number; message_id: number | null; kind: OutboxKind; status: OutboxStatus;
  inbox_address: string; has_way: boolean; homeless: boolean; mail_message_id: string; mail: QueuedMail; envelope_to: string[]; accepted: string[]; refused: string[]; attempts: number;
  next_attempt_at: Date | null; last_error: string | null; sent_at: Date | null; created_at: Date;
  scheduled_for: Date | null; unless_answered: boolean;
};

const rowColumns = sql.raw(`o.id, o.ticket_id, t.number as ticket_number, o.brand_id, o.message_id, o.kind, o.status, coalesce(i.address, '') as inbox_address,
  i.smtp_url_sealed is not null as has_way, o.inbox_id is null as homeless, o.mail_message_id, o.mail, o.envelope_to, o.accepted, o.refused, o.attempts, o.next_attempt_at, o.last_error, o.sent_at, o.created_at, o.scheduled_for, o.unless_answered`);
const rowJoins = sql.raw(`left join inboxes i on i.workspace_id = o.workspace_id and i.id = o.inbox_id
  left join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id`);

/** Newest first. Indexes: outbox_newest with a status, the primary key without one. */
export async function listOutbox(db: Queryable, scope: Scope, { status, before, limit }: { status: OutboxStatus | null; before: number | null; limit: number }): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    select ${rowColumns} from outbox o ${rowJoins}
    where o.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`o.brand_id`)}
      and ${status ? sql`o.status = ${status}` : sql`true`} and ${before === null ? sql`true` : sql`o.id < ${before}`}
    order by o.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findOutbox(db: Queryable, scope: Scope, which: { id: number } | { messageId: number }): Promise<OutboxRow | null> {
  const { rows } = await sql<OutboxRow>`
    select ${rowColumns} from outbox o ${rowJoins}
    where o.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`o.brand_id`)}
      and ${'id' in which ? sql`o.id = ${which.id}` : sql`o.message_id = ${which.messageId}`}
    order by o.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/**
 * The ticket of a mail, and what it was merged into, before the mail itself is changed: a customer's answer, which stops what
 * waits, holds the ticket first too, and neither waits for the other in a circle.
 */
export async function holdTicketOfMail(tx: Tx, workspaceId: number, id: number): Promise<void> {
  await sql`
    with recursive up as (
      select t.id, t.merged_into, 0 as depth from outbox o join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id
      where o.workspace_id = ${workspaceId} and o.id = ${id}
      union all
      select t.id, t.merged_into, up.depth + 1 from up join tickets t on t.workspace_id = ${workspaceId} and t.id = up.merged_into where up.depth < 10)
    select from tickets where workspace_id = ${workspaceId} and id in (select id from up) order by id for no key update`.execute(tx);
}

export type ChangedOutbox = { id: number; ticket_id: number | null; brand_id: number; message_id: number | null };

/** Takes back what no server has had; against a sender that claims it at the same moment, one of the two wins. */
export async function cancelOutboxRow(tx: Tx, workspaceId: number, id: number): Promise<ChangedOutbox | null> {
  const { rows } = await sql<ChangedOutbox>`
    update outbox set status = 'cancelled', next_attempt_at = null, locked_until = null
    where workspace_id = ${workspaceId} and id = ${id} and status in ('queued', 'failed') and accepted = '{}'
    returning id, ticket_id, brand_id, message_id`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Makes a failed mail, or one that waits for its next attempt, due now; who had it already does not get it again.
 * `begins_anew`: nobody has had it, and it was to go out at another time, or not at all
 */
export async function retryOutboxRow(tx: Tx, workspaceId: number, id: number): Promise<(ChangedOutbox & { begins_anew: boolean }) | null> {
  const { rows } = await sql<ChangedOutbox & { begins_anew: boolean }>`
    with before as (
      select id as of_id, accepted = '{}' and (status = 'failed' or scheduled_for is not null) as begins_anew from outbox where workspace_id = ${workspaceId} and id = ${id} for update)
    update outbox set status = 'queued', next_attempt_at = now(), refused = '{}',
      attempts = case status when 'queued' then attempts else 0 end, scheduled_for = null, unless_answered = false,
      mail = case when status = 'queued' and scheduled_for is null then mail else jsonb_set(mail, '{date}', to_jsonb(to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) end
    from before where workspace_id = ${workspaceId} and id = of_id and (status in ('queued', 'failed') or (status = 'sent' and refused <> '{}'))
    returning id, ticket_id, brand_id, message_id, begins_anew`.execute(tx);
  return rows[0] ?? null;
}

export async function listWorkspaceIds(db: Queryable): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
