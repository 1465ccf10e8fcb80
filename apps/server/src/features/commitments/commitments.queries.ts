import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import type { TicketStatus } from '../tickets/index.ts';
import type { CommitmentKind, commitmentSources, CommitmentState, DueTime } from '../commitment-rows/index.ts';

/** What a ticket's list shows of those that are not open. */
const mostShown = 100;
const mostMoves = 50;

type Named<Who extends string> = Record<`${Who}_id`, number | null> & Record<`${Who}_name`, string | null>;

export type CommitmentRow = DueTime &
  Named<'owner' | 'team' | 'maker' | 'keeper' | 'withdrawer'> & {
    id: number;
    ticket_id: number;
    ticket_number: number;
    kind: CommitmentKind;
    text: string;
    phone: string | null;
    source: (typeof commitmentSources)[number];
    state: CommitmentState;
    next_at: Date | null;
    warned_at: Date | null;
    broken_at: Date | null;
    kept_at: Date | null;
    withdrawn_at: Date | null;
    withdrawn_reason: string | null;
    linked_at: Date | null;
    agreed_at: Date | null;
    proposed_at: Date | null;
    proposed_due: Date | null;
    proposed_text: string | null;
    created_at: Date;
  };

const columns = sql`k.id, k.ticket_id, t.number as ticket_number, k.kind, k.text, k.due_at, k.due_on, k.starts_at, k.phone, k.source, k.state, k.next_at,
  k.owner_id, a.name as owner_name, k.team_id, tm.name as team_name, k.made_by as maker_id, m.name as maker_name, k.kept_by as keeper_id, kb.name as keeper_name,
  k.withdrawn_by as withdrawer_id, wb.name as withdrawer_name, k.warned_at, k.broken_at, k.kept_at, k.withdrawn_at, k.withdrawn_reason, k.linked_at, k.agreed_at,
  k.proposed_at, k.proposed_due, k.proposed_text, k.created_at`;
const person = (alias: string, column: string) => sql`left join agents ${sql.ref(alias)} on ${sql.ref(`${alias}.workspace_id`)} = k.workspace_id and ${sql.ref(`${alias}.id`)} = ${sql.ref(`k.${column}`)}`;
const joins = sql`
  join tickets t on t.workspace_id = k.workspace_id and t.id = k.ticket_id
  left join teams tm on tm.workspace_id = k.workspace_id and tm.id = k.team_id
  ${person('a', 'owner_id')} ${person('m', 'made_by')} ${person('kb', 'kept_by')} ${person('wb', 'withdrawn_by')}`;

/** Of a ticket and of what was merged into it: those not kept yet first, the soonest due at the top; then the newest. Index: commitments_ticket. */
export async function listCommitments(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns} from commitments k ${joins}
    where k.workspace_id = ${workspaceId} and k.ticket_id = any(${[...ticketIds]}::bigint[])
    order by k.state in ('open', 'broken') desc, case when k.state in ('open', 'broken') then k.due_at end, k.id desc limit ${sql.lit(mostShown)}`.execute(db);
  return rows;
}

export async function findCommitment(db: Queryable, workspaceId: number, ticketIds: readonly number[], id: number, { lock = false } = {}): Promise<CommitmentRow | null> {
  const { rows } = await sql<CommitmentRow>`
    select ${columns} from commitments k ${joins}
    where k.workspace_id = ${workspaceId} and k.id = ${id} and k.ticket_id = any(${[...ticketIds]}::bigint[]) ${lock ? sql`for no key update of k` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type OwnCommitmentRow = CommitmentRow & { cursor_moment: string; subject: string; status: TicketStatus; requester_name: string; brand_id: number; brand_name: string; brand_color: string };
export type Wanted = { ownerId?: number | null; teamId?: number; brandId?: number; /** The rows of one person. */ requesterIds?: readonly number[] | undefined; before?: Date };

/** From those of the person's tickets that hold a promise: never through everybody's, nor through all of theirs. A merged one notes its own promises too. */
const ofPerson = (workspaceId: number, requesterIds: readonly number[]) => sql`(
  select k.* from (select x.id from tickets x where x.workspace_id = ${workspaceId} and x.requester_id = any(${[...requesterIds]}::bigint[]) and x.promise_due_at is not null offset 0) x
  join commitments k on k.workspace_id = ${workspaceId} and k.ticket_id = x.id and k.state in ('open', 'broken') offset 0)`;

/** Those that are not kept yet, the longest overdue first, each with the ticket that it was made on, merged since or not. Indexes: commitments_owner, commitments_unkept; of a person tickets_requester_promised, commitments_ticket. */
export async function listUnkept(db: Queryable, scope: Scope, { ownerId, teamId, brandId, requesterIds, before }: Wanted, page: { after?: { moment: string; id: number }; limit: number }): Promise<OwnCommitmentRow[]> {
  const { rows } = await sql<OwnCommitmentRow>`
    select ${columns}, ${exactMoment(sql`k.due_at`)} as cursor_moment, t.subject, t.status, c.name as requester_name, b.id as brand_id, b.name as brand_name, b.color as brand_color
    from ${requesterIds ? ofPerson(scope.workspaceId, requesterIds) : sql`commitments`} k ${joins}
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where k.workspace_id = ${scope.workspaceId} and k.state in ('open', 'broken') and t.folder = 'inbox' and ${brandVisible(scope, sql`t.brand_id`)}
      ${ownerId === undefined ? sql`` : ownerId === null ? sql`and k.owner_id is null` : sql`and k.owner_id = ${ownerId}`}
      ${teamId === undefined ? sql`` : sql`and k.team_id = ${teamId}`} ${brandId === undefined ? sql`` : sql`and t.brand_id = ${brandId}`}
      ${before ? sql`and k.due_at < ${before}` : sql``}
      ${page.after ? sql`and (k.due_at, k.id) > (${page.after.moment}::timestamptz, ${page.after.id})` : sql``}
    order by k.due_at, k.id limit ${sql.lit(page.limit)}`.execute(db);
  return rows;
}

export type MoveRow = { commitment_id: number; from_due: Date; to_due: Date; reason: string; told: 'message' | 'otherwise' | 'asked'; mover_id: number | null; mover_name: string | null; created_at: Date };

/** Index: commitment_moves_of. */
export async function listMoves(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Map<number, MoveRow[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<MoveRow>`
    select v.commitment_id, v.from_due, v.to_due, v.reason, v.told, v.moved_by as mover_id, a.name as mover_name, v.created_at
    from unnest(${[...ids]}::bigint[]) of(id)
    cross join lateral (select * from commitment_moves x where x.workspace_id = ${workspaceId} and x.commitment_id = of.id order by x.id desc limit ${sql.lit(mostMoves)}) v
    left join agents a on a.workspace_id = ${workspaceId} and a.id = v.moved_by order by v.id`.execute(db);
  return Map.groupBy(rows, ({ commitment_id }) => commitment_id);
}

/** The end of a day in a time zone. */
export async function endOfDayIn(db: Queryable, day: string, timeZone: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select ((${day}::date + 1)::timestamp at time zone ${timeZone}) - interval '1 millisecond' as at`.execute(db);
  return rows[0]!.at; // a select without a table always has its row
}

export type CommitmentChange = Partial<{
  text: string; phone: string | null; owner_id: number | null; team_id: number | null; state: CommitmentState; due_at: Date; due_on: string | null; starts_at: Date | null;
  next_at: Date | null; warned_at: Date | null; kept_at: Date | null; kept_by: number | null; withdrawn_at: Date | null; withdrawn_by: number | null; withdrawn_reason: string | null;
  agreed_at: Date | null; proposed_at: Date | null; proposed_due: Date | null; proposed_text: string | null;
}>;

export async function updateCommitmentRow(tx: Tx, workspaceId: number, id: number, change: CommitmentChange): Promise<void> {
  if (Object.keys(change).length > 0) await tx.updateTable('commitments').set(change).where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

export type NewMove = { commitmentId: number; from: Date; to: Date; reason: string; told: MoveRow['told']; messageId: number | null; movedBy: number | null };

export async function insertMove(tx: Tx, workspaceId: number, it: NewMove, now: Date): Promise<void> {
  await sql`insert into commitment_moves (workspace_id, commitment_id, from_due, to_due, reason, told, message_id, moved_by, created_at)
    values (${workspaceId}, ${it.commitmentId}, ${it.from}, ${it.to}, ${it.reason}, ${it.told}, ${it.messageId}, ${it.movedBy}, ${now})`.execute(tx);
}

/** Whether a public message of ours stands on one of these tickets. */
export async function isOwnReply(db: Queryable, workspaceId: number, ticketIds: readonly number[], messageId: number): Promise<boolean> {
  const { rows } = await sql`select from messages where workspace_id = ${workspaceId} and id = ${messageId} and ticket_id = any(${[...ticketIds]}::bigint[]) and kind = 'public' and direction = 'out'`.execute(db);
  return rows.length > 0;
}
