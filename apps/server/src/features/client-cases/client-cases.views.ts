import type { z } from 'zod';
import type { CaseRow, ClientMessageRow } from './client-cases.queries.ts';
import type { clientCaseShape, clientMessageShape } from './client-cases.schemas.ts';

/** Whoever gave no name goes by their address, which is contact data. */
const nameAlone = (name: string | null): string => (name === null || name.includes('@') ? '' : name);

export function toCase(row: CaseRow): z.input<typeof clientCaseShape> {
  return {
    number: row.number,
    subject: row.subject,
    status: row.status,
    channel: row.channel,
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    requester: nameAlone(row.requester),
    created_at: row.created_at.toISOString(),
    last_message_at: row.last_message_at?.toISOString() ?? null,
    solved_at: row.solved_at?.toISOString() ?? null,
  };
}

export function toMessage(row: ClientMessageRow): z.input<typeof clientMessageShape> {
  const { id, kind, direction, channel, text } = row;
  return {
    id, kind, direction, channel, text,
    from: nameAlone(row.author) || nameAlone(row.from_name),
    written_by: row.author_type === 'customer' ? 'customer' : row.author_type === 'agent' ? 'desk' : 'machine',
    created_at: row.created_at.toISOString(),
    attachments: row.attachments ?? [],
  };
}
