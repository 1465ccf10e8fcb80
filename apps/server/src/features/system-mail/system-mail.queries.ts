import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';

export type SystemMailKind = 'invitation' | 'password_reset' | 'webhook_stopped' | 'report' | 'answer_waits';
export type SystemMailJob = { id: number; kind: SystemMailKind; address: string; invitation_id: number | null; /** Of `webhook_stopped`, `report` and `answer_waits`: the workspace, and the webhook, the schedule or the request. */ workspace_id: number | null; subject_id: number | null; token_sealed: string | null; attempts: number; created_at: Date };

const columns = sql.raw('id, kind, address, invitation_id, workspace_id, subject_id, token_sealed, attempts, created_at');

/** At most one mail an address within `length` (ms); of two at the same moment the slot's number lets one through. */
export type Slot = { number: number; length: number };

/** The id, or null when this address has had its mail of this slot already. */
export async function insertSystemMail(
  tx: Tx,
  mail: { kind: SystemMailKind; address: string; invitationId?: number; workspaceId?: number; subjectId?: number; tokenSealed?: string; slot?: Slot; now: Date },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into identity.system_mail (kind, address, invitation_id, workspace_id, subject_id, token_sealed, slot, created_at)
    select ${mail.kind}, ${mail.address}, ${mail.invitationId ?? null}::bigint, ${mail.workspaceId ?? null}::bigint, ${mail.subjectId ?? null}::bigint, ${mail.tokenSealed ?? null}::text, ${mail.slot?.number ?? null}::bigint, ${mail.now}::timestamptz
    where ${mail.slot === undefined} or not exists (
      select from identity.system_mail where kind = ${mail.kind} and address = ${mail.address} and created_at > ${new Date(mail.now.getTime() - (mail.slot?.length ?? 0))})
    on conflict (kind, address, slot) where slot is not null do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** How many mails of a kind an address was to get since a moment; stops at 100. Index: system_mail_address. */
export async function countSystemMail(db: Queryable, kind: SystemMailKind, address: string, since: Date): Promise<number> {
  const { rows } = await sql<{ mails: number }>`
    select count(*)::int as mails from (
      select from identity.system_mail where kind = ${kind} and address = ${address} and created_at > ${since} limit 100) counted`.execute(db);
  return rows[0]?.mails ?? 0;
}

/** What has not gone out yet for an invitation whose link has changed must not go out any more. */
export async function dropQueued(tx: Tx, invitationId: number): Promise<void> {
  await sql`update identity.system_mail set status = 'dropped', next_attempt_at = null, token_sealed = null
    where invitation_id = ${invitationId} and status in ('queued', 'sending')`.execute(tx);
}

/** Takes due mails for `leaseSeconds`; a row whose sender died comes due again with its lease. Index: system_mail_due. */
export async function claimSystemMail(alone: Alone, limit: number, leaseSeconds: number): Promise<SystemMailJob[]> {
  const { rows } = await sql<SystemMailJob>`
    with due as materialized (
      select id as due_id from identity.system_mail where next_attempt_at <= now() and status in ('queued', 'sending')
      order by next_attempt_at limit ${limit} for update skip locked)
    update identity.system_mail set status = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    from due where id = due_id
    returning ${columns}`.execute(alone);
  return rows;
}

export async function renewSystemMail(alone: Alone, job: SystemMailJob, leaseSeconds: number): Promise<void> {
  await sql`update identity.system_mail set next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where id = ${job.id} and status = 'sending' and attempts = ${job.attempts}`.execute(alone);
}

/** Written before the mail goes out, so that a repeat has the same link. */
export async function keepToken(tx: Tx, id: number, tokenSealed: string): Promise<void> {
  await sql`update identity.system_mail set token_sealed = ${tokenSealed} where id = ${id}`.execute(tx);
}

export type SystemMailEnd = { status: 'sent' | 'failed' | 'dropped'; error: string | null } | { status: 'queued'; error: string; inSeconds: number };

/** Ends an attempt if it is still this one's. The token goes with the last one. */
export async function finishSystemMail(alone: Alone, job: SystemMailJob, end: SystemMailEnd): Promise<void> {
  const again = end.status === 'queued';
  await sql`update identity.system_mail set status = ${end.status}, last_error = ${end.error},
      next_attempt_at = ${again ? sql`now() + make_interval(secs => ${end.inSeconds})` : sql`null`},
      token_sealed = ${again ? sql`token_sealed` : sql`null`}
    where id = ${job.id} and status = 'sending' and attempts = ${job.attempts}`.execute(alone);
}

/**
 * For upkeep: what was asked for a forgotten password names addresses that strangers typed, and goes first; an invitation's row
 * says how its mail fared. Index: system_mail_created.
 */
export async function forgetSystemMail(alone: Alone, { resets, all }: { resets: Date; all: Date }): Promise<void> {
  await sql`delete from identity.system_mail where created_at < ${resets} and (kind = 'password_reset' or created_at < ${all})`.execute(alone);
}

export type WayOut = { inbox_id: number | null; workspace: string; address: string | null; smtp_url_sealed: string | null };

/** The name of the workspace and the inbox that its own mail comes from: one with a server of its own first, then the default brand's. */
export async function findWayOut(db: Queryable, workspaceId: number, hasDefaultWay: boolean): Promise<WayOut | null> {
  const { rows } = await sql<WayOut>`
    select w.name as workspace, i.id as inbox_id, i.address, i.smtp_url_sealed
    from identity.workspaces w
    left join lateral (
      select i.id, i.address, i.smtp_url_sealed from inboxes i
      join brands b on b.workspace_id = i.workspace_id and b.id = i.brand_id
      where i.workspace_id = w.id and i.active and b.archived_at is null
      order by (${hasDefaultWay} or i.smtp_url_sealed is not null) desc, b.is_default desc, i.id limit 1) i on true
    where w.id = ${workspaceId}`.execute(db);
  return rows[0] ?? null;
}

export async function someInboxHasAWay(db: Queryable, workspaceId: number | null): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from inboxes where ${workspaceId === null ? sql`true` : sql`workspace_id = ${workspaceId}`} and active and smtp_url_sealed is not null) as found`.execute(db);
  return rows[0]?.found ?? false;
}
