import type { Queryable, Tx } from '../../platform/db/db.ts';

export type WorkspaceRow = {
  id: number;
  slug: string;
  name: string;
  default_language: string;
  time_zone: string;
  close_after_hours: number;
  demo: boolean;
  created_at: Date;
};

const columns = ['id', 'slug', 'name', 'default_language', 'time_zone', 'close_after_hours', 'demo', 'created_at'] as const;

/** With `lock`, the row is the caller's until the commit. */
export async function findWorkspace(db: Queryable, workspaceId: number, { lock = false } = {}): Promise<WorkspaceRow | null> {
  const query = db.selectFrom('identity.workspaces').select(columns).where('id', '=', workspaceId);
  return (await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst()) ?? null;
}

/** The workspaces of the installation, oldest first; for its operator only. */
export function listWorkspaces(db: Queryable): Promise<WorkspaceRow[]> {
  return db.selectFrom('identity.workspaces').select(columns).orderBy('id').limit(1000).execute();
}

/** Null when the slug is taken. */
export async function insertWorkspace(tx: Tx, values: { slug: string; name: string; default_language?: string; time_zone?: string; demo?: boolean }): Promise<number | null> {
  const row = await tx.insertInto('identity.workspaces').values(values).onConflict((conflict) => conflict.column('slug').doNothing()).returning('id').executeTakeFirst();
  return row?.id ?? null;
}

export async function updateWorkspaceRow(tx: Tx, workspaceId: number, patch: Partial<Pick<WorkspaceRow, 'name' | 'default_language' | 'time_zone' | 'close_after_hours'>>): Promise<void> {
  await tx.updateTable('identity.workspaces').set(patch).where('id', '=', workspaceId).execute();
}
