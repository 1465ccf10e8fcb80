import type { z } from 'zod';
import { shownRelated, type RelatedRow } from './related.queries.ts';
import type { OwnTaskRow, TaskRow } from './tasks.queries.ts';
import type { ownTaskShape, relatedShape, taskShape, timeEntryShape } from './ticket-work.schemas.ts';
import type { TimeRow, TimeSum } from './time.queries.ts';

const never = Date.UTC(9999, 11, 31);

/** As it was set: a day, a moment, or null. */
export function shownDue({ due_at, due_on }: Pick<TaskRow, 'due_at' | 'due_on'>): string | null {
  return due_on ?? (due_at.getTime() < never ? due_at.toISOString() : null);
}

export function toTask(row: TaskRow): z.input<typeof taskShape> {
  return {
    id: row.id,
    ticket: row.ticket_number,
    text: row.text,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    due: shownDue(row),
    due_at: row.due_at.getTime() < never ? row.due_at.toISOString() : null,
    done_at: row.done_at?.toISOString() ?? null,
    done_by: row.done_by === null ? null : { id: row.done_by, name: row.done_by_name ?? '' },
    created_at: row.created_at.toISOString(),
  };
}

export function toOwnTask(row: OwnTaskRow): z.input<typeof ownTaskShape> {
  return { ...toTask(row), subject: row.subject, status: row.status, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color } };
}

export function toTimeEntry(row: TimeRow): z.input<typeof timeEntryShape> {
  return {
    id: row.id,
    ticket: row.ticket_number,
    agent: { id: row.agent_id, name: row.agent_name },
    seconds: row.seconds,
    started_at: row.started_at.toISOString(),
    note: row.note,
    measured: row.measured,
    measured_seconds: row.measured_seconds,
    message: row.message_id,
    created_at: row.created_at.toISOString(),
  };
}

export function toSums(sums: readonly TimeSum[]) {
  return { total_seconds: sums.reduce((total, { seconds }) => total + seconds, 0), agents: sums.map(({ id, name, seconds }) => ({ agent: { id, name }, seconds })) };
}

export function toRelated({ organization, rows }: { organization: { id: number; name: string } | null; rows: RelatedRow[] }): z.input<typeof relatedShape> {
  const list = (of: RelatedRow['of']) => {
    const found = rows.filter((row) => row.of === of);
    const items = found.slice(0, shownRelated).map((row) => ({
      number: row.number, subject: row.subject, status: row.status, requester: row.requester_name, assignee: row.assignee_name, updated_at: row.updated_at.toISOString(),
    }));
    return { items, more: found.length > shownRelated };
  };
  return { requester: list('requester'), organization: organization && { ...organization, ...list('organization') } };
}
