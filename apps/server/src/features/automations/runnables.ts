import type { Queryable } from '../../platform/db/db.ts';
import { listEnabled } from './automations.queries.ts';
import { readContent } from './automations.rules.ts';
import type { Runnable } from './run-on-ticket.command.ts';

/** Those that are switched on, in their order; one of another version does nothing. */
export async function readRunnables(db: Queryable, workspaceId: number): Promise<(Runnable & { planned: boolean })[]> {
  const rows = await listEnabled(db, workspaceId);
  return rows.flatMap(({ id, brand_id: brandId, enabled_at: enabledAt, planned_at: plannedAt, ...stored }) => {
    const content = readContent(stored);
    return content && enabledAt ? [{ id, brandId, enabledAt, planned: plannedAt !== null, ...content }] : [];
  });
}
