import type { Database } from '../../platform/db/db.ts';
import { deleteImport, findOldImports } from './customer-imports.queries.ts';
import { deleteSomeRows } from './import-rows.queries.ts';

/** What files held is personal: it is kept for as long as an import can be undone, and no longer. The customers stay. */
export async function forgetOldImports(db: Database, workspaceId: number, before: Date): Promise<void> {
  for (const importId of await findOldImports(db, workspaceId, before)) await forgetImport(db, workspaceId, importId);
}

/** Its rows in small steps, then itself. */
export async function forgetImport(db: Database, workspaceId: number, importId: number): Promise<void> {
  while ((await deleteSomeRows(db, workspaceId, importId)) > 0);
  await db.transaction().execute((tx) => deleteImport(tx, workspaceId, importId));
}
