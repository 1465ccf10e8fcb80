import { sql } from 'kysely';
import type { Alone } from '../../platform/db/db.ts';

/** Takes the next `size` numbers of a workspace for this process; commits at once. Returns the first. */
export async function leaseBlock(alone: Alone, workspaceId: number, size: number): Promise<number> {
  const { rows } = await sql<{ first: number }>`
    insert into ticket_number_blocks (workspace_id, next_number) values (${workspaceId}, ${1 + size})
    on conflict (workspace_id) do update set next_number = ticket_number_blocks.next_number + ${size}
    returning next_number - ${size} as first`.execute(alone);
  return Number(rows[0]?.first);
}
