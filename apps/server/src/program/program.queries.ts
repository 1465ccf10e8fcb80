import type { Queryable } from '../platform/db/db.ts';

export async function findWorkspaces(db: Queryable): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').execute();
  return rows.map((row) => Number(row.id));
}
