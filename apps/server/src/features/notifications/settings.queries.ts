import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';

export type SettingsRow = { ways: unknown; quiet: unknown; quiet_until: Date | null };

export async function findSettings(db: Queryable, workspaceId: number, agentId: number, { lock = false } = {}): Promise<SettingsRow | null> {
  const { rows } = await sql<SettingsRow>`
    select ways, quiet, quiet_until from notification_settings where workspace_id = ${workspaceId} and agent_id = ${agentId} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function saveSettings(tx: Tx, workspaceId: number, agentId: number, { ways, quiet, quiet_until }: { ways: object; quiet: object; quiet_until: Date | null }): Promise<void> {
  await sql`insert into notification_settings (workspace_id, agent_id, ways, quiet, quiet_until)
    values (${workspaceId}, ${agentId}, ${json(ways)}, ${json(quiet)}, ${quiet_until})
    on conflict (workspace_id, agent_id) do update set ways = excluded.ways, quiet = excluded.quiet, quiet_until = excluded.quiet_until, updated_at = now()`.execute(tx);
}
