import type { z } from 'zod';
import type { BulkRow } from './bulk-changes.queries.ts';
import type { bulkShape, itemShape } from './bulk-changes.schemas.ts';
import type { ListedItem } from './bulk-items.queries.ts';

const none = { changed: 0, unchanged: 0, refused: 0, left: 0 };

export function viewBulk(row: BulkRow): z.input<typeof bulkShape> {
  return {
    id: row.id,
    change: row.change,
    undoes: row.undoes,
    undone_by: row.undone_by,
    status: row.status,
    error: row.error,
    progress: { done: row.handled, total: row.total },
    counts: { ...none, ...row.counts },
    made_by: { id: row.agent_id, name: row.agent_name },
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

export function viewItem({ number, subject, outcome, problem }: ListedItem): z.input<typeof itemShape> {
  return { ticket: number === null ? null : { number, subject: subject ?? '' }, outcome, problem };
}
