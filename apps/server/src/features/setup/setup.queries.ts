import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { SetupSteps } from './setup.schemas.ts';

/** Whether somebody can administer a workspace of their own here; the demo's people do not count. */
export async function hasOwner(db: Queryable): Promise<boolean> {
  const { rows } = await sql`
    select from identity.workspaces w
    join identity.memberships m on m.workspace_id = w.id
    join agents a on a.workspace_id = w.id and a.id = m.agent_id
    where not w.demo and a.active and a.role = 'owner' limit 1`.execute(db);
  return rows.length > 0;
}

/** From now on this link is the only one. */
export async function replaceLink(tx: Tx, hash: Buffer): Promise<void> {
  await sql`insert into identity.setup_link (hash) values (${hash})
    on conflict (one) do update set hash = excluded.hash, created_at = now()`.execute(tx);
}

export async function dropLink(tx: Tx): Promise<void> {
  await tx.deleteFrom('identity.setup_link').execute();
}

export async function hasLink(db: Queryable, hash?: Buffer): Promise<boolean> {
  const query = db.selectFrom('identity.setup_link').select('one');
  return (await (hash ? query.where('hash', '=', hash) : query).executeTakeFirst()) !== undefined;
}

/** Uses the link up: of two at the same moment, the second finds none. */
export async function takeLink(tx: Tx, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('identity.setup_link').where('hash', '=', hash).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function readSteps(db: Queryable, workspaceId: number, { lock = false } = {}): Promise<SetupSteps | null> {
  const query = db.selectFrom('identity.workspaces').select('setup').where('id', '=', workspaceId);
  const row = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
  return (row?.setup ?? null) as SetupSteps | null; // written by writeSteps only
}

export async function writeSteps(tx: Tx, workspaceId: number, steps: SetupSteps | null): Promise<void> {
  await tx.updateTable('identity.workspaces').set({ setup: steps === null ? null : json(steps) }).where('id', '=', workspaceId).execute();
}
