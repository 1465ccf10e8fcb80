import type { Context } from '../../context.ts';
import { deleteImport, takeOldImports } from './customer-imports.queries.ts';
import { deleteSomeRows } from './import-rows.queries.ts';

type Tools = Pick<Context, 'db' | 'files'>;

/** What files held is personal: it is kept for as long as an import can be undone, and no longer. The customers stay. */
export async function forgetOldImports(tools: Tools, workspaceId: number, before: Date): Promise<void> {
  for (const importId of await takeOldImports(tools.db, workspaceId, before)) await forgetImport(tools, workspaceId, importId);
}

/** Its rows in small steps, then itself, and its file. */
export async function forgetImport({ db, files }: Tools, workspaceId: number, importId: number): Promise<void> {
  while ((await deleteSomeRows(db, workspaceId, importId)) > 0);
  const sha256 = await db.transaction().execute((tx) => deleteImport(tx, workspaceId, importId));
  if (sha256 !== null) await files.remove(sha256);
}
