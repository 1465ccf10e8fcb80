import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../../platform/db/db.ts';

export type DeviceRow = { id: number; session_id: string; user_agent: string | null; last_error: string | null; last_sent_at: Date | null; created_at: Date };

/** Those of an agent whose session lives, the newest first. Index: push_devices_agent. */
export async function listDevices(db: Queryable, workspaceId: number, agentId: number, now: Date): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    select d.id, d.session_id, s."userAgent" as user_agent, d.last_error, d.last_sent_at, d.created_at
    from push_devices d join identity.session s on s.id = d.session_id and s."expiresAt" > ${now} and s.awaits is null
    where d.workspace_id = ${workspaceId} and d.agent_id = ${agentId} order by d.id desc limit 100`.execute(db);
  return rows;
}

export type NewDevice = { agentId: number; sessionId: string; endpoint: string; p256dh: string; auth: string };

/** A browser has one subscription: whoever signs in with it takes it over. */
export async function saveDevice(tx: Tx, workspaceId: number, device: NewDevice): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into push_devices (workspace_id, agent_id, session_id, endpoint, p256dh, auth)
    values (${workspaceId}, ${device.agentId}, ${device.sessionId}, ${device.endpoint}, ${device.p256dh}, ${device.auth})
    on conflict (workspace_id, endpoint) do update set agent_id = excluded.agent_id, session_id = excluded.session_id,
      p256dh = excluded.p256dh, auth = excluded.auth, last_error = null
    returning id`.execute(tx);
  if (!rows[0]) throw new Error('the device was not written');
  return rows[0].id;
}

/** A session has one browser, and an agent a bounded number of them; those whose session has ended go as well. */
export async function dropSurplusDevices(tx: Tx, workspaceId: number, { agentId, sessionId, kept, most, now }: { agentId: number; sessionId: string; kept: number; most: number; now: Date }): Promise<void> {
  await sql`delete from push_devices d where d.workspace_id = ${workspaceId} and d.agent_id = ${agentId} and d.id <> ${kept} and (d.session_id = ${sessionId}
    or not exists (select from identity.session s where s.id = d.session_id and s."expiresAt" > ${now})
    or d.id <= coalesce((select k.id from push_devices k where k.workspace_id = d.workspace_id and k.agent_id = d.agent_id order by k.id desc offset ${most} limit 1), 0))`.execute(tx);
}

export async function deleteDevice(alone: Alone, workspaceId: number, agentId: number, deviceId: number): Promise<boolean> {
  const result = await alone.deleteFrom('push_devices').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId).where('id', '=', deviceId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** For upkeep: a session that is over takes nothing any more. */
export async function forgetDevices(alone: Alone, workspaceId: number, now: Date): Promise<void> {
  await sql`delete from push_devices d where d.workspace_id = ${workspaceId}
    and not exists (select from identity.session s where s.id = d.session_id and s."expiresAt" > ${now})`.execute(alone);
}

export type Target = { id: number; agent_id: number; endpoint: string; p256dh: string; auth: string };

/** Where messages for these agents go: to browsers that are signed in. */
export async function findTargets(db: Queryable, workspaceId: number, agentIds: readonly number[], now: Date): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select d.id, d.agent_id, d.endpoint, d.p256dh, d.auth from push_devices d
    join identity.session s on s.id = d.session_id and s."expiresAt" > ${now} and s.awaits is null
    where d.workspace_id = ${workspaceId} and d.agent_id = any(${agentIds}::bigint[]) order by d.id`.execute(db);
  return rows;
}

/** How a message fared; `error` null: it was taken. The subscription is gone: so is the row. */
export async function noteSent(alone: Alone, workspaceId: number, deviceId: number, error: string | null, now: Date): Promise<void> {
  await sql`update push_devices set last_error = ${error}, last_sent_at = ${error === null ? sql`${now}::timestamptz` : sql`last_sent_at`}
    where workspace_id = ${workspaceId} and id = ${deviceId}`.execute(alone);
}

export async function dropDevice(alone: Alone, workspaceId: number, deviceId: number): Promise<void> {
  await alone.deleteFrom('push_devices').where('workspace_id', '=', workspaceId).where('id', '=', deviceId).execute();
}
