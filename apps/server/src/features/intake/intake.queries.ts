import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { andCommit, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { TicketEnding } from '../tickets/index.ts';

export type IntakeStatus = 'received' | 'done' | 'duplicate' | 'blocked' | 'failed';
export type InboxAtDoor = { address: string; workspace_id: number; inbox_id: number };

/** The inboxes in use behind these addresses; before a workspace is known. */
export async function findInboxesByAddress(db: Queryable, addresses: string[]): Promise<InboxAtDoor[]> {
  if (addresses.length === 0) return [];
  return db
    .selectFrom('identity.inbox_addresses as a')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 'a.workspace_id').onRef('i.id', '=', 'a.inbox_id'))
    .select(['a.address', 'a.workspace_id', 'a.inbox_id'])
    .where('a.address', 'in', addresses)
    .where('i.active', '=', true)
    .execute();
}

export type ReceivedMail = {
  workspaceId: number; inboxId: number; source: 'smtp' | 'lmtp' | 'imap'; sha256: string; size: number;
  envelopeFrom: string | null; envelopeTo: string; remoteIp: string | null; helo: string | null;
  /** When it reached the mailbox that it was fetched from. */
  arrivedAt?: Date | null;
};

/**
 * A mail that we are about to say 250 to, for each of its inboxes, or mails fetched from a mailbox, in one statement. The same bytes to the same inbox
 * again change nothing, unless they were blocked or failed. With `leaseSeconds` the rows are whose who wrote them for so
 * long, as if claimed. @returns what there is to do
 */
export async function insertIntake(alone: Alone, mails: ReceivedMail[], leaseSeconds: number | null = null): Promise<IntakeJob[]> {
  const attempts = leaseSeconds === null ? 0 : 1;
  const values = mails.map((mail) => sql`(${mail.workspaceId}, ${mail.inboxId}, ${mail.source}, ${mail.sha256}, ${mail.size}, ${mail.envelopeFrom}, ${mail.envelopeTo}, ${mail.remoteIp}, ${mail.helo}, ${mail.arrivedAt ?? null}::timestamptz, ${attempts}, now() + make_interval(secs => ${leaseSeconds ?? 0}))`);
  const { rows } = await sql<IntakeJob>`
    insert into intake (workspace_id, inbox_id, source, raw_sha256, raw_size, envelope_from, envelope_to, remote_ip, helo, arrived_at, attempts, next_attempt_at)
    values ${sql.join(values)}
    on conflict (workspace_id, inbox_id, raw_sha256) do update
      set status = 'received', attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at, error = null
      where intake.status in ('failed', 'blocked')
    returning ${jobColumns}`.execute(alone);
  return rows;
}

const jobColumns = sql.raw('workspace_id, id, inbox_id, source, raw_sha256, raw_size, envelope_from, envelope_to, remote_ip, helo, arrived_at, attempts, created_at');

export type IntakeJob = {
  workspace_id: number; id: number; inbox_id: number; source: 'smtp' | 'lmtp' | 'imap'; raw_sha256: string; raw_size: number;
  envelope_from: string | null; envelope_to: string; remote_ip: string | null; helo: string | null; arrived_at: Date | null; attempts: number; created_at: Date;
};

export async function listWorkspaceIds(db: Queryable): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/**
 * Takes due mails for `leaseSeconds`. The attempt is counted before the work starts, so a mail that kills the process
 * is noticed. Index: intake_due. Read once, whatever plan is kept: inside `in (…)` it was looked for anew for each row.
 */
export async function claimIntake(alone: Alone, workspaceId: number, limit: number, leaseSeconds: number): Promise<IntakeJob[]> {
  const { rows } = await sql<IntakeJob>`
    with due as materialized (
      select id as due_id from intake where workspace_id = ${workspaceId} and next_attempt_at <= now() and status = 'received'
      order by next_attempt_at, id limit ${limit} for update skip locked)
    update intake set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    from due where workspace_id = ${workspaceId} and id = due_id
    returning ${jobColumns}`.execute(alone);
  return rows.sort((a, b) => a.id - b.id);
}

export async function renewIntake(alone: Alone, job: IntakeJob, leaseSeconds: number): Promise<void> {
  await sql`update intake set next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${job.workspace_id} and id = ${job.id} and status = 'received' and attempts = ${job.attempts}`.execute(alone);
}

export type IntakeEnd = { status: IntakeStatus; ticketId?: number | null; messageId?: number | null; error?: string | null; dedupeKey?: string | null };

/**
 * Ends a job if it is still this attempt's; false when another worker has taken it over meanwhile.
 * With a key it waits in the unique index for another mail that carries the same.
 * @throws 23505 when that one was first
 */
export async function finishIntake(tx: Queryable, job: IntakeJob, end: IntakeEnd): Promise<boolean> {
  const result = await tx
    .updateTable('intake')
    .set({ status: end.status, next_attempt_at: null, ticket_id: end.ticketId ?? null, message_id: end.messageId ?? null, error: end.error ?? null, ...(end.dedupeKey == null ? {} : { dedupe_key: end.dedupeKey }) })
    .where('workspace_id', '=', job.workspace_id)
    .where('id', '=', job.id)
    .where('status', '=', 'received')
    .where('attempts', '=', job.attempts)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Ends a job with the ticket that it became, and commits.
 * @throws 22012 when another worker has taken it over meanwhile; 23505 when a mail with the same key was first
 */
export async function finishReceived(tx: Tx, job: IntakeJob, { ticketId, messageId, dedupeKey }: { ticketId: number; messageId: number; dedupeKey: string | null }): Promise<void> {
  await sql`${andCommit}with done as (
      update intake set status = 'done', next_attempt_at = null, ticket_id = ${ticketId}, message_id = ${messageId}, error = null,
        dedupe_key = coalesce(${dedupeKey}, dedupe_key)
      where workspace_id = ${job.workspace_id} and id = ${job.id} and status = 'received' and attempts = ${job.attempts}
      returning id)
    select 1 / count(*) from done`.execute(tx);
}

/** The same as a part of the statement that opens the ticket, which commits. */
export function endOfReceived(tx: Tx, job: IntakeJob, dedupeKey: string | null): TicketEnding {
  return {
    parts: sql`ended as (
      update intake set status = 'done', next_attempt_at = null, ticket_id = t.id, message_id = m.id, error = null, dedupe_key = coalesce(${dedupeKey}, intake.dedupe_key)
      from t, m
      where intake.workspace_id = ${job.workspace_id} and intake.id = ${job.id} and intake.status = 'received' and intake.attempts = ${job.attempts}
      returning intake.id)`,
    answer: sql`(select 1 / count(*) from ended)`,
  };
}

/** Puts a job off. With `uncounted` the attempt does not count: the trouble was ours, not the mail's. */
export async function postponeIntake(alone: Alone, job: IntakeJob, seconds: number, error: string, { uncounted = false } = {}): Promise<void> {
  await sql`update intake set next_attempt_at = now() + make_interval(secs => ${seconds}), error = ${error},
      attempts = attempts - ${uncounted ? 1 : 0}
    where workspace_id = ${job.workspace_id} and id = ${job.id} and status = 'received' and attempts = ${job.attempts}`.execute(alone);
}

export async function findByDedupeKey(db: Queryable, job: IntakeJob, key: string): Promise<{ ticket_id: number | null; message_id: number | null } | undefined> {
  return db
    .selectFrom('intake')
    .select(['ticket_id', 'message_id'])
    .where('workspace_id', '=', job.workspace_id)
    .where('inbox_id', '=', job.inbox_id)
    .where('dedupe_key', '=', key)
    .executeTakeFirst();
}

/** Whether older mail of the workspace is still being read for the first time: an answer waits for what it answers. */
export async function hasOlderUnread(db: Queryable, job: IntakeJob): Promise<boolean> {
  const { rows } = await sql`
    select from intake where workspace_id = ${job.workspace_id} and next_attempt_at is not null and status = 'received'
      and id < ${job.id} and attempts <= 1 limit 1`.execute(db);
  return rows.length > 0;
}

export type IntakeRow = {
  id: number; status: IntakeStatus; source: 'smtp' | 'lmtp' | 'imap'; inbox_id: number; inbox_address: string; envelope_from: string | null;
  envelope_to: string; raw_size: number; attempts: number; next_attempt_at: Date | null; error: string | null; ticket_number: number | null;
  message_id: number | null; created_at: Date; at: string;
};

export async function listIntake(db: Queryable, scope: Scope, { status, before, limit }: { status: IntakeStatus | null; before: number | null; limit: number }): Promise<IntakeRow[]> {
  const { rows } = await sql<IntakeRow>`
    select n.id, n.status, n.source, n.inbox_id, i.address as inbox_address, n.envelope_from, n.envelope_to, n.raw_size, n.attempts,
           n.next_attempt_at, n.error, t.number as ticket_number, n.message_id, n.created_at, ${exactMoment(sql`n.created_at`)} as at
    from intake n
    join inboxes i on i.workspace_id = n.workspace_id and i.id = n.inbox_id
    left join tickets t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
    where n.workspace_id = ${scope.workspaceId}
      and ${scope.brands === 'all' ? sql`true` : sql`i.brand_id = any(${[...scope.brands]}::bigint[])`}
      and ${status ? sql`n.status = ${status}` : sql`true`}
      and ${before === null ? sql`true` : sql`n.id < ${before}`}
    order by n.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Makes a failed or blocked mail due again. @returns its inbox's brand, or null when there is no such row in sight. */
export async function retryIntakeRow(tx: Tx, scope: Scope, id: number): Promise<{ brandId: number; changed: boolean } | null> {
  const { rows } = await sql<{ brand_id: number; status: IntakeStatus }>`
    select i.brand_id, n.status from intake n join inboxes i on i.workspace_id = n.workspace_id and i.id = n.inbox_id
    where n.workspace_id = ${scope.workspaceId} and n.id = ${id}
      and ${scope.brands === 'all' ? sql`true` : sql`i.brand_id = any(${[...scope.brands]}::bigint[])`}
    for update of n`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  if (row.status !== 'failed' && row.status !== 'blocked') return { brandId: row.brand_id, changed: false };
  await sql`update intake set status = 'received', attempts = 0, next_attempt_at = now(), error = null
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(tx);
  return { brandId: row.brand_id, changed: true };
}
