import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { MailTrouble } from '../../platform/mail/mail-trouble.ts';
import type { MailProvider } from '../mail-sign-in/index.ts';
import type { Door, SignIn } from './mailboxes.rules.ts';

export type MailboxRow = Door & {
  inbox_id: number; brand_id: number; inbox_active: boolean; sign_in: SignIn; password_sealed: string | null; import_from: Date; mark_seen: boolean; active: boolean;
  state: 'new' | 'connected' | 'trouble'; trouble: MailTrouble | null; trouble_detail: string | null; trouble_since: Date | null;
  next_attempt_at: Date | null; checked_at: Date | null; last_message_at: Date | null; updated_at: Date;
  /** What the account's owner granted at its provider, if anything. */
  account_provider: MailProvider | null; account_username: string | null; account_revoked_at: Date | null;
  folders: { path: string; missing: boolean; withheld: number }[];
};

export async function findMailbox(db: Queryable, scope: Scope, inboxId: number, { lock = false } = {}): Promise<MailboxRow | null> {
  const { rows } = await sql<MailboxRow>`
    select m.inbox_id, i.brand_id, i.active as inbox_active, m.host, m.port, m.security, m.username, m.sign_in, m.password_sealed, m.import_from, m.mark_seen, m.active, m.state, m.trouble,
      m.trouble_detail, m.trouble_since, m.next_attempt_at, m.checked_at, m.last_message_at, m.updated_at,
      g.provider as account_provider, g.username as account_username, g.revoked_at as account_revoked_at,
      coalesce((select jsonb_agg(jsonb_build_object('path', f.path, 'missing', f.missing, 'withheld', f.withheld) order by f.position)
        from mailbox_folders f where f.workspace_id = m.workspace_id and f.inbox_id = m.inbox_id), '[]') as folders
    from mailboxes m join inboxes i on i.workspace_id = m.workspace_id and i.id = m.inbox_id
    left join mail_grants g on g.workspace_id = m.workspace_id and g.inbox_id = m.inbox_id
    where m.workspace_id = ${scope.workspaceId} and m.inbox_id = ${inboxId} and ${brandVisible(scope, sql`i.brand_id`)}
    ${lock ? sql`for update of m` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type MailboxSettings = Door & { sign_in: SignIn; password_sealed: string | null; import_from: Date; mark_seen: boolean; active: boolean };

/** Writes the settings; whoever reads the mailbox by older ones has lost it, and it is due at once. */
export async function saveMailbox(tx: Tx, workspaceId: number, inboxId: number, m: MailboxSettings): Promise<void> {
  await sql`
    insert into mailboxes (workspace_id, inbox_id, host, port, security, username, sign_in, password_sealed, import_from, mark_seen, active, next_attempt_at)
    values (${workspaceId}, ${inboxId}, ${m.host}, ${m.port}, ${m.security}, ${m.username}, ${m.sign_in}, ${m.password_sealed}, ${m.import_from}, ${m.mark_seen}, ${m.active},
      case when ${m.active} then now() end)
    on conflict (workspace_id, inbox_id) do update set host = excluded.host, port = excluded.port, security = excluded.security, username = excluded.username,
      sign_in = excluded.sign_in, password_sealed = excluded.password_sealed, import_from = excluded.import_from, mark_seen = excluded.mark_seen, active = excluded.active,
      next_attempt_at = excluded.next_attempt_at, lease = mailboxes.lease + 1, failures = 0, state = 'new', trouble = null, trouble_detail = null,
      trouble_since = null, updated_at = now()`.execute(tx);
}

/** The folders that are read, in this order. `afresh` forgets how far they have been read: what is here already is not taken twice. */
export async function saveFolders(tx: Tx, workspaceId: number, inboxId: number, paths: string[], { afresh }: { afresh: boolean }): Promise<void> {
  await sql`delete from mailbox_folders where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and (${afresh} or path <> all(${paths}::text[]))`.execute(tx);
  await sql`
    insert into mailbox_folders (workspace_id, inbox_id, path, position)
    select ${workspaceId}, ${inboxId}, path, position from unnest(${paths}::text[]) with ordinality as wanted (path, position)
    on conflict (workspace_id, inbox_id, path) do update set position = excluded.position, missing = false`.execute(tx);
}

export async function deleteMailbox(tx: Tx, workspaceId: number, inboxId: number): Promise<void> {
  await sql`delete from mailbox_folders where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from mailboxes where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
}
