import type { z } from 'zod';
import type { CommitmentRow, MoveRow, OwnCommitmentRow } from './commitments.queries.ts';
import type { commitmentShape, moveShape, ownCommitmentShape } from './commitments.schemas.ts';

const ref = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
const at = (value: Date | null) => value?.toISOString() ?? null;

function toMove(row: MoveRow): z.input<typeof moveShape> {
  return { from: row.from_due.toISOString(), to: row.to_due.toISOString(), reason: row.reason, told: row.told, by: ref(row.mover_id, row.mover_name), at: row.created_at.toISOString() };
}

function head(row: CommitmentRow): Omit<z.input<typeof commitmentShape>, 'moves'> {
  return {
    id: row.id,
    ticket: row.ticket_number,
    kind: row.kind,
    text: row.text,
    due: row.due_on ?? row.due_at.toISOString(),
    due_at: row.due_at.toISOString(),
    from: at(row.starts_at),
    phone: row.phone,
    owner: ref(row.owner_id, row.owner_name),
    team: ref(row.team_id, row.team_name),
    source: row.source,
    state: row.state,
    made_by: ref(row.maker_id, row.maker_name),
    created_at: row.created_at.toISOString(),
    warned_at: at(row.warned_at),
    broken_at: at(row.broken_at),
    kept_at: at(row.kept_at),
    kept_by: ref(row.keeper_id, row.keeper_name),
    withdrawn_at: at(row.withdrawn_at),
    withdrawn_by: ref(row.withdrawer_id, row.withdrawer_name),
    withdrawn_reason: row.withdrawn_reason,
    told_at: at(row.linked_at),
    agreed_at: at(row.agreed_at),
    proposal: row.proposed_due && row.proposed_at ? { due_at: row.proposed_due.toISOString(), text: row.proposed_text ?? '', at: row.proposed_at.toISOString() } : null,
  };
}

export function toCommitment(row: CommitmentRow, moves: readonly MoveRow[] = []): z.input<typeof commitmentShape> {
  return { ...head(row), moves: moves.map(toMove) };
}

export function toOwnCommitment(row: OwnCommitmentRow): z.input<typeof ownCommitmentShape> {
  return { ...head(row), subject: row.subject, status: row.status, requester: row.requester_name, brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color } };
}
