import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { MailTrouble } from '../../platform/mail/mail-trouble.ts';

export type InboxRow = {
  id: number;
  address: string;
  name: string;
  brand_id: number;
  brand_name: string;
  brand_color: string;
  team_id: number | null;
  team_name: string | null;
  has_smtp: boolean;
  mailbox_state: 'new' | 'connected' | 'trouble' | 'off' | null;
  mailbox_trouble: MailTrouble | null;
  active: boolean;
  created_at: Date;
  updated_at: Date;
};

const columns = sql`i.id, i.address, i.name, i.brand_id, b.name as brand_name, b.color as brand_color, i.team_id, t.name as team_name,
  i.smtp_url_sealed is not null as has_smtp, case when m.active and not i.active then 'off' when m.active then m.state when not m.active then 'off' end as mailbox_state, m.trouble as mailbox_trouble, i.active, i.created_at, i.updated_at
  from inboxes i
  join brands b on b.workspace_id = i.workspace_id and b.id = i.brand_id
  left join teams t on t.workspace_id = i.workspace_id and t.id = i.team_id
  left join mailboxes m on m.workspace_id = i.workspace_id and m.inbox_id = i.id`;

export async function listInboxes(db: Queryable, scope: Scope, { brand, after, limit }: { brand?: number; after: number; limit: number }): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select ${columns}
    where i.workspace_id = ${scope.workspaceId} and i.id > ${after} and ${brandVisible(scope, sql`i.brand_id`)}
      and ${brand === undefined ? sql`true` : sql`i.brand_id = ${brand}`}
    order by i.id limit ${limit}`.execute(db);
  return rows;
}

export async function findInbox(db: Queryable, scope: Scope, inboxId: number, { lock = false } = {}): Promise<InboxRow | null> {
  const { rows } = await sql<InboxRow>`
    select ${columns}
    where i.workspace_id = ${scope.workspaceId} and i.id = ${inboxId} and ${brandVisible(scope, sql`i.brand_id`)}
    ${lock ? sql`for update of i` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** Whether the team exists and takes work. */
export async function teamTakesWork(db: Queryable, workspaceId: number, teamId: number): Promise<boolean> {
  const { rows } = await sql`select from teams where workspace_id = ${workspaceId} and id = ${teamId} and archived_at is null`.execute(db);
  return rows.length > 0;
}

export type NewInbox = { address: string; name: string; brand_id: number; team_id: number | null; smtp_url_sealed: string | null };

/** Null when the workspace has an inbox of this address. */
export async function insertInbox(tx: Tx, workspaceId: number, inbox: NewInbox): Promise<number | null> {
  const row = await tx
    .insertInto('inboxes')
    .values({ workspace_id: workspaceId, ...inbox })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'address']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False when mail to the address comes to another inbox of the installation. */
export async function claimAddress(tx: Tx, workspaceId: number, inboxId: number, address: string): Promise<boolean> {
  const row = await tx
    .insertInto('identity.inbox_addresses')
    .values({ address, workspace_id: workspaceId, inbox_id: inboxId })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('address')
    .executeTakeFirst();
  return row !== undefined;
}

export type InboxPatch = Partial<{ name: string; brand_id: number; team_id: number | null; smtp_url_sealed: string | null; active: boolean }>;

export async function updateInboxRow(tx: Tx, workspaceId: number, inboxId: number, patch: InboxPatch): Promise<void> {
  await tx
    .updateTable('inboxes')
    .set({ ...patch, updated_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', inboxId)
    .execute();
}

/** Whether a ticket, a mail that came or a mail that went names it. A rare question: it may read the workspace's tickets. */
export async function isInboxUsed(tx: Tx, workspaceId: number, inboxId: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from intake where workspace_id = ${workspaceId} and inbox_id = ${inboxId})
      or exists (select from outbox where workspace_id = ${workspaceId} and inbox_id = ${inboxId})
      or exists (select from tickets where workspace_id = ${workspaceId} and inbox_id = ${inboxId}) as used`.execute(tx);
  return rows[0]?.used ?? false;
}

export async function deleteInbox(tx: Tx, workspaceId: number, inboxId: number): Promise<void> {
  await sql`delete from automatic_answers where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from mailbox_folders where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from mail_grants where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from mailboxes where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from identity.inbox_addresses where workspace_id = ${workspaceId} and inbox_id = ${inboxId}`.execute(tx);
  await sql`delete from inboxes where workspace_id = ${workspaceId} and id = ${inboxId}`.execute(tx);
}
