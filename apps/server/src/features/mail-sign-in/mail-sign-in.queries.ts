import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { MailProvider } from './providers.ts';

export type MailApp = { provider: MailProvider; client_id: string; client_secret_sealed: string; tenant: string };

export async function listApps(db: Queryable, workspaceId: number): Promise<MailApp[]> {
  return db.selectFrom('mail_apps').select(['provider', 'client_id', 'client_secret_sealed', 'tenant']).where('workspace_id', '=', workspaceId).orderBy('provider').execute();
}

export async function findApp(db: Queryable, workspaceId: number, provider: MailProvider): Promise<MailApp | null> {
  return (await listApps(db, workspaceId)).find((app) => app.provider === provider) ?? null;
}

export async function saveApp(tx: Tx, workspaceId: number, app: MailApp): Promise<void> {
  await sql`
    insert into mail_apps (workspace_id, provider, client_id, client_secret_sealed, tenant)
    values (${workspaceId}, ${app.provider}, ${app.client_id}, ${app.client_secret_sealed}, ${app.tenant})
    on conflict (workspace_id, provider) do update set client_id = excluded.client_id, client_secret_sealed = excluded.client_secret_sealed,
      tenant = excluded.tenant, updated_at = now()`.execute(tx);
}

export async function deleteApp(tx: Tx, workspaceId: number, provider: MailProvider): Promise<void> {
  await sql`delete from mail_apps where workspace_id = ${workspaceId} and provider = ${provider}`.execute(tx);
}

export type MailGrant = { provider: MailProvider; username: string; refresh_token_sealed: string; access_token_sealed: string | null; access_expires_at: Date | null; revoked_at: Date | null };

export async function findGrant(db: Queryable, workspaceId: number, inboxId: number): Promise<MailGrant | null> {
  const row = await db
    .selectFrom('mail_grants')
    .select(['provider', 'username', 'refresh_token_sealed', 'access_token_sealed', 'access_expires_at', 'revoked_at'])
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return row ?? null;
}

export type NewGrant = { provider: MailProvider; username: string; refresh: string; access: string; expiresAt: Date; grantedBy: number };

/** Also makes the mailbox due, which may have waited for it. */
export async function saveGrant(tx: Tx, workspaceId: number, inboxId: number, grant: NewGrant): Promise<void> {
  await sql`
    insert into mail_grants (workspace_id, inbox_id, provider, username, refresh_token_sealed, access_token_sealed, access_expires_at, granted_by)
    values (${workspaceId}, ${inboxId}, ${grant.provider}, ${grant.username}, ${grant.refresh}, ${grant.access}, ${grant.expiresAt}, ${grant.grantedBy})
    on conflict (workspace_id, inbox_id) do update set provider = excluded.provider, username = excluded.username, refresh_token_sealed = excluded.refresh_token_sealed,
      access_token_sealed = excluded.access_token_sealed, access_expires_at = excluded.access_expires_at, granted_by = excluded.granted_by, revoked_at = null, created_at = now()`.execute(tx);
  await sql`
    update mailboxes set next_attempt_at = now(), lease = lease + 1, failures = 0, state = 'new', trouble = null, trouble_detail = null, trouble_since = null
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and active and sign_in <> 'password'`.execute(tx);
}

/** Keeps what a refresh brought, unless somebody else refreshed or connected meanwhile. */
export async function keepTokens(alone: Alone, workspaceId: number, inboxId: number, before: MailGrant, tokens: { refresh: string | null; access: string; expiresAt: Date }): Promise<void> {
  await sql`
    update mail_grants set access_token_sealed = ${tokens.access}, access_expires_at = ${tokens.expiresAt}, refresh_token_sealed = coalesce(${tokens.refresh}, refresh_token_sealed)
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and refresh_token_sealed = ${before.refresh_token_sealed}`.execute(alone);
}

/** False when the grant is another one by now. */
export async function noteRevoked(alone: Alone, workspaceId: number, inboxId: number, before: MailGrant): Promise<boolean> {
  const { rows } = await sql`
    update mail_grants set revoked_at = coalesce(revoked_at, now()), access_token_sealed = null
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and refresh_token_sealed = ${before.refresh_token_sealed} returning inbox_id`.execute(alone);
  return rows.length > 0;
}

export async function deleteGrant(tx: Tx, workspaceId: number, inboxId: number): Promise<void> {
  await sql`delete from mail_grants where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
}
