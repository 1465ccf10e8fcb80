import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { CommitmentKind, commitmentSources, DueTime } from './commitments.rules.ts';

/** Open ones on one ticket. */
export const mostUnkept = 50;

export type NewCommitment = DueTime & {
  ticketId: number; kind: CommitmentKind; text: string; phone: string | null; ownerId: number | null; teamId: number | null;
  source: (typeof commitmentSources)[number]; nextAt: Date | null; messageId: number | null; madeBy: number | null;
};

/** Null when the ticket has too many open ones. */
export async function insertCommitment(tx: Tx, workspaceId: number, it: NewCommitment, now: Date): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into commitments (workspace_id, ticket_id, kind, text, due_at, due_on, starts_at, phone, owner_id, team_id, source, next_at, message_id, made_by, created_at)
    select ${workspaceId}, ${it.ticketId}, ${it.kind}, ${it.text}, ${it.due_at}::timestamptz, ${it.due_on}, ${it.starts_at}::timestamptz, ${it.phone}, ${it.ownerId}::bigint, ${it.teamId}::bigint,
      ${it.source}, ${it.nextAt}::timestamptz, ${it.messageId}::bigint, ${it.madeBy}::bigint, ${now}::timestamptz
    from (select from commitments where workspace_id = ${workspaceId} and ticket_id = ${it.ticketId} and state in ('open', 'broken')) k
    having count(*) < ${sql.lit(mostUnkept)} returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The reply that it was made by, which is written after it. */
export async function bindToMessage(tx: Tx, workspaceId: number, { id, messageId }: { id: number; messageId: number }): Promise<void> {
  await sql`update commitments set message_id = ${messageId} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
