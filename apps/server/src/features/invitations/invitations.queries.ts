import { sql } from 'kysely';
import type { AgentRole } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type InvitationRow = {
  id: number;
  workspace_id: number;
  email: string;
  role: AgentRole;
  language: string;
  all_brands: boolean;
  brands: number[];
  teams: number[];
  inviter_id: number | null;
  inviter_name: string | null;
  mail: 'none' | 'waiting' | 'sent' | 'failed';
  expires_at: Date;
  created_at: Date;
};

const columns = sql`v.id, v.workspace_id, v.email, v.role, v.language, v.all_brands, v.brands, v.teams, a.id as inviter_id, a.name as inviter_name,
  coalesce((select case m.status when 'sent' then 'sent' when 'failed' then 'failed' when 'dropped' then 'none' else 'waiting' end
    from identity.system_mail m where m.invitation_id = v.id order by m.id desc limit 1), 'none') as mail, v.expires_at, v.created_at
  from identity.invitations v left join agents a on a.workspace_id = v.workspace_id and a.id = v.invited_by`;

/** Newest first. Index: invitations_newest. */
export async function listInvitations(db: Queryable, workspaceId: number, { before, limit }: { before: number; limit: number }): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`select ${columns} where v.workspace_id = ${workspaceId} and v.id < ${before} order by v.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findInvitation(db: Queryable, workspaceId: number, invitationId: number, { lock = false } = {}): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`select ${columns} where v.workspace_id = ${workspaceId} and v.id = ${invitationId} ${lock ? sql`for update of v` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type OpenInvitation = InvitationRow & { workspace: string; known: boolean };

/** The invitation behind a link that is still good; `known`: its address signs in here already. */
export async function findOpenInvitation(db: Queryable, which: { hash: Buffer } | { id: number }, now: Date): Promise<OpenInvitation | null> {
  const { rows } = await sql<OpenInvitation>`
    select w.name as workspace, exists (select from identity."user" u where u.email = v.email) as known, ${columns}
    join identity.workspaces w on w.id = v.workspace_id
    where ${'hash' in which ? sql`v.hash = ${which.hash}` : sql`v.id = ${which.id}`} and v.expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
}

export type NewInvitation = { email: string; role: AgentRole; language: string | null; allBrands: boolean; brands: number[]; teams: number[]; invitedBy: number; hash: Buffer; expiresAt: Date; now: Date };

/** Null when the address has an invitation already. */
export async function insertInvitation(tx: Tx, workspaceId: number, given: NewInvitation): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into identity.invitations (workspace_id, email, role, language, all_brands, brands, teams, invited_by, hash, expires_at, created_at)
    select w.id, ${given.email}, ${given.role}, coalesce(${given.language}::text, w.default_language), ${given.allBrands}, ${given.brands}::bigint[], ${given.teams}::bigint[],
      ${given.invitedBy}, ${given.hash}, ${given.expiresAt}, ${given.now}
    from identity.workspaces w where w.id = ${workspaceId}
    on conflict (workspace_id, email) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** With a new hash the link of before opens nothing. */
export async function renewInvitationRow(tx: Tx, workspaceId: number, invitationId: number, given: { hash: Buffer; expiresAt: Date; invitedBy: number }): Promise<void> {
  await sql`update identity.invitations set hash = ${given.hash}, expires_at = ${given.expiresAt}, invited_by = ${given.invitedBy}
    where workspace_id = ${workspaceId} and id = ${invitationId}`.execute(tx);
}

export async function deleteInvitation(tx: Tx, workspaceId: number, invitationId: number): Promise<boolean> {
  const result = await tx.deleteFrom('identity.invitations').where('workspace_id', '=', workspaceId).where('id', '=', invitationId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Takes the invitation out for good: of two that come with the same link one gets it. */
export async function takeInvitation(tx: Tx, hash: Buffer, now: Date): Promise<{ id: number; workspace_id: number } | null> {
  const { rows } = await sql<{ id: number; workspace_id: number }>`
    delete from identity.invitations where hash = ${hash} and expires_at > ${now} returning id, workspace_id`.execute(tx);
  return rows[0] ?? null;
}

export async function knownTeams(db: Queryable, workspaceId: number, teamIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from teams where workspace_id = ${workspaceId} and id = any(${[...teamIds]}::bigint[]) and archived_at is null order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function joinTeams(tx: Tx, workspaceId: number, agentId: number, teamIds: readonly number[]): Promise<void> {
  await sql`insert into team_members (workspace_id, team_id, agent_id)
    select ${workspaceId}, unnest(${[...teamIds]}::bigint[]), ${agentId} on conflict do nothing`.execute(tx);
}
