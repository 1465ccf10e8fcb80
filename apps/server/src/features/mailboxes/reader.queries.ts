import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { DescribedTrouble } from '../../platform/mail/mail-trouble.ts';
import type { Door, SignIn } from './mailboxes.rules.ts';

/** A mailbox that this node reads for as long as its lease lasts. */
export type ReadingJob = Door & {
  workspace_id: number; inbox_id: number; address: string; sign_in: SignIn; password_sealed: string | null; import_from: Date; mark_seen: boolean; lease: number; failures: number;
};

export async function listWorkspaceIds(db: Queryable): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Takes due mailboxes of inboxes in use for `leaseSeconds`. Index: mailboxes_due. */
export async function claimMailboxes(alone: Alone, workspaceId: number, limit: number, leaseSeconds: number): Promise<ReadingJob[]> {
  const { rows } = await sql<ReadingJob>`
    with due as materialized (
      select d.inbox_id from mailboxes d join inboxes di on di.workspace_id = d.workspace_id and di.id = d.inbox_id
      where d.workspace_id = ${workspaceId} and d.next_attempt_at <= now() and d.active and di.active
      order by d.next_attempt_at limit ${limit} for update of d skip locked)
    update mailboxes m set lease = m.lease + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    from inboxes i, due
    where m.workspace_id = ${workspaceId} and m.inbox_id = due.inbox_id and i.workspace_id = ${workspaceId} and i.id = due.inbox_id
    returning m.workspace_id, m.inbox_id, i.address, m.host, m.port, m.security, m.username, m.sign_in, m.password_sealed, m.import_from, m.mark_seen, m.lease, m.failures`.execute(alone);
  return rows;
}

/** False when the mailbox is no longer this reader's: taken over, changed, or switched off. */
export async function renewMailbox(alone: Alone, job: ReadingJob, leaseSeconds: number): Promise<boolean> {
  const { rows } = await sql`
    update mailboxes m set next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where m.workspace_id = ${job.workspace_id} and m.inbox_id = ${job.inbox_id} and m.lease = ${job.lease} and m.active
      and exists (select from inboxes i where i.workspace_id = m.workspace_id and i.id = m.inbox_id and i.active)
    returning m.inbox_id`.execute(alone);
  return rows.length > 0;
}

export type FolderPlace = { path: string; uid_validity: number | null; last_uid: number };

export async function readPlaces(db: Queryable, job: ReadingJob): Promise<FolderPlace[]> {
  const { rows } = await sql<FolderPlace>`
    select path, uid_validity, last_uid from mailbox_folders
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} order by position, path`.execute(db);
  return rows;
}

/** Holds the mailbox to the end of the transaction; false when it is no longer this reader's. */
export async function holdMailbox(tx: Tx, job: ReadingJob, { fetched }: { fetched: boolean }): Promise<boolean> {
  const { rows } = await sql`
    update mailboxes set last_message_at = case when ${fetched} then now() else last_message_at end
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} and lease = ${job.lease} and active returning inbox_id`.execute(tx);
  return rows.length > 0;
}

export async function movePlace(tx: Tx, job: ReadingJob, path: string, place: { uidValidity: number; lastUid: number; withheld: number }): Promise<void> {
  await sql`
    update mailbox_folders set uid_validity = ${place.uidValidity}, last_uid = ${place.lastUid}, withheld = withheld + ${place.withheld}, missing = false
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} and path = ${path}`.execute(tx);
}

export async function noteFolder(alone: Alone, job: ReadingJob, path: string, missing: boolean): Promise<void> {
  await sql`
    update mailbox_folders set missing = ${missing}
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} and path = ${path} and missing <> ${missing}`.execute(alone);
}

/** All folders have been looked at: the mailbox is well, or it lacks a folder. */
export async function noteRound(alone: Alone, job: ReadingJob, missing: string | null): Promise<void> {
  await sql`
    update mailboxes set checked_at = now(), failures = 0, state = ${missing === null ? 'connected' : 'trouble'},
      trouble = ${missing === null ? null : 'folder_missing'}, trouble_detail = ${missing},
      trouble_since = ${missing === null ? sql`null` : sql`coalesce(trouble_since, now())`}
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} and lease = ${job.lease}`.execute(alone);
}

/** Gives the mailbox back, to be taken again after so many seconds; with a trouble, that is what it says of itself. */
export async function releaseMailbox(alone: Alone, job: ReadingJob, end: { inSeconds: number; failures: number; trouble: DescribedTrouble | null }): Promise<void> {
  const { trouble } = end;
  await sql`
    update mailboxes set next_attempt_at = case when active then now() + make_interval(secs => ${end.inSeconds}) end, failures = ${end.failures},
      lease = lease + 1
      ${trouble === null ? sql`` : sql`, state = 'trouble', trouble = ${trouble.code}, trouble_detail = ${trouble.detail}, trouble_since = coalesce(trouble_since, now())`}
    where workspace_id = ${job.workspace_id} and inbox_id = ${job.inbox_id} and lease = ${job.lease}`.execute(alone);
}

/** How many mails of the inbox wait to be read, counted up to `most`. Index: intake_due. */
export async function countUnread(db: Queryable, job: ReadingJob, most: number): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select from intake where workspace_id = ${job.workspace_id} and next_attempt_at is not null and status = 'received' and inbox_id = ${job.inbox_id} limit ${most}) waiting`.execute(db);
  return rows[0]?.unread ?? 0;
}
