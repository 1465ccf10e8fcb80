import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/db.ts';
import type { CommitmentKind, CommitmentState, DueTime } from '../../commitment-rows/index.ts';

export type PromisedRow = DueTime & {
  id: number; kind: CommitmentKind; text: string; phone: string | null; state: CommitmentState; agreed_at: Date | null; proposed_due: Date | null; owner_id: number | null; team_id: number | null;
  ticket_id: number; brand_id: number; requester_id: number; customer_name: string; language: string | null; brand_name: string; brand_color: string; default_language: string; owner_name: string | null; time_zone: string;
};

/** What the customer may see of one promise; of a ticket that was merged, through the ticket it is read in. Primary keys. */
export async function findPromised(db: Queryable, workspaceId: number, id: number, { lock = false } = {}): Promise<PromisedRow | null> {
  const { rows } = await sql<PromisedRow>`
    select k.id, k.kind, k.text, k.phone, k.state, k.due_at, k.due_on, k.starts_at, k.agreed_at, k.proposed_due, k.owner_id, k.team_id, t.id as ticket_id, t.brand_id, t.requester_id,
      c.name as customer_name, t.language, coalesce(nullif(b.from_name, ''), b.name) as brand_name, b.color as brand_color, b.default_language, a.name as owner_name, w.time_zone
    from commitments k
    join tickets t on t.workspace_id = k.workspace_id and t.id = k.ticket_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join identity.workspaces w on w.id = k.workspace_id
    left join agents a on a.workspace_id = k.workspace_id and a.id = k.owner_id
    where k.workspace_id = ${workspaceId} and k.id = ${id} and t.folder <> 'trash' ${lock ? sql`for no key update of k` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** What a field of a form means in a time zone ("2026-12-03T15:00"). */
export async function momentIn(db: Queryable, local: string, timeZone: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select ${local}::timestamp at time zone ${timeZone} as at`.execute(db);
  return rows[0]!.at; // a select without a table always has its row
}

/** The other way round, for the field to begin with. */
export async function localIn(db: Queryable, at: Date, timeZone: string): Promise<string> {
  const { rows } = await sql<{ local: string }>`select to_char(${at}::timestamptz at time zone ${timeZone}, 'YYYY-MM-DD"T"HH24:MI') as local`.execute(db);
  return rows[0]!.local; // likewise
}
