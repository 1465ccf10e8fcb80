import type { z } from 'zod';
import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { findAgent } from '../agents/index.ts';
import { findBrand } from '../brands/index.ts';
import { readHoursOfBrands } from '../calendars/index.ts';
import { tell } from '../notifications/index.ts';
import { findAssigneeName } from '../tickets/index.ts';
import { addHistory, findFeedback, findPlace, insertFeedback, lockOwnComplaint, pickOwner, readDays, updateFeedbackRow, type FeedbackChange, type FeedbackRow, type HistoryRow } from './staff-feedback.queries.ts';
import { deadlines, defaultDays, mayClose, nextReminder, warnAt } from './staff-feedback.rules.ts';
import type { closeBody, FileFeedbackBody, receiptShape, toldBody } from './staff-feedback.schemas.ts';

/** @throws Problem invalid_input that names the field */
export async function fileFeedback(tx: Tx, actor: AgentActor, body: FileFeedbackBody, now: Date): Promise<z.input<typeof receiptShape>> {
  const { workspaceId } = actor.scope;
  const place = body.ticket === undefined ? null : await findPlace(tx, actor, body.ticket);
  if (body.ticket !== undefined && !place) throw fieldProblem('ticket', 'not_found', 'There is no such ticket');
  const brandId = place?.brand_id ?? body.brand;
  if (brandId === undefined) throw fieldProblem('brand', 'required', 'Name the brand or the ticket');
  if (!seesBrand(actor.scope, brandId) || !(await findBrand(tx, actor.scope, brandId))) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  const about = await findAgent(tx, workspaceId, { id: body.about });
  // A client reader is no employee.
  if (!about || about.role === 'client') throw fieldProblem('about', 'not_found', 'There is no such agent');
  if (about.id === actor.id) throw fieldProblem('about', 'not_allowed', 'Somebody else has to file what is about yourself');
  const receivedAt = pastMoment('received_at', body.received_at, now);
  const isComplaint = body.kind === 'complaint';
  const owner = isComplaint ? await pickOwner(tx, workspaceId, { brandId, about: about.id, filer: actor.id }) : null;
  const hours = isComplaint ? (await readHoursOfBrands(tx, workspaceId, [brandId])).get(brandId) : undefined;
  const due = hours ? deadlines(hours, receivedAt, (await readDays(tx, workspaceId)) ?? defaultDays) : null;
  const soon = hours && due ? { acknowledge: warnAt(hours, receivedAt, due.acknowledgeBy, 'acknowledge'), answer: warnAt(hours, receivedAt, due.answerBy, 'answer') } : null;
  const reminded = {
    owner_id: owner?.id ?? null, acknowledge_soon_at: soon?.acknowledge ?? null, acknowledge_by: due?.acknowledgeBy ?? null, acknowledged_at: null,
    answer_soon_at: soon?.answer ?? null, answer_by: due?.answerBy ?? null, answered_at: null, closed_at: null, reminded_until: null,
  };
  const id = await insertFeedback(
    tx,
    workspaceId,
    {
      brandId, kind: body.kind, about: about.id, ticketId: place?.ticket_id ?? null, customerId: place?.customer_id ?? null, channel: body.channel, text: body.text, wants: body.wants ?? null, receivedAt, filer: actor.id,
      owner: owner?.id ?? null, acknowledgeBy: due?.acknowledgeBy ?? null, answerBy: due?.answerBy ?? null,
      acknowledgeSoonAt: soon?.acknowledge ?? null, answerSoonAt: soon?.answer ?? null, remindAt: nextReminder(reminded),
    },
    now,
  );
  await addHistory(tx, workspaceId, id, actor.id, 'filed', null, now);
  if (!isComplaint) await tell(tx, workspaceId, [{ agent: about.id, kind: 'compliment', about: { feedback: id }, brand: null, by: actor.id }], now);
  else if (owner) await tellOwner(tx, actor, { id, owner: owner.id, brand: brandId }, now);
  return { kind: body.kind, handed_to: isComplaint ? owner : { id: about.id, name: about.name }, acknowledge_by: due?.acknowledgeBy.toISOString() ?? null, answer_by: due?.answerBy.toISOString() ?? null };
}

/** Who gave it is not said: what they filed is nobody's business but those who deal with it. Nobody is told what they did themselves. */
async function tellOwner(tx: Tx, actor: AgentActor, { id, owner, brand }: { id: number; owner: number; brand: number }, now: Date): Promise<void> {
  if (owner !== actor.id) await tell(tx, actor.scope.workspaceId, [{ agent: owner, kind: 'complaint_given', about: { feedback: id }, brand, by: null }], now);
}

/** @throws Problem not_found, conflict */
async function lock(tx: Tx, actor: AgentActor, id: number, { open = true } = {}): Promise<FeedbackRow> {
  const row = await findFeedback(tx, actor, id, { lock: true });
  if (!row) throw notFound('feedback');
  if (open && row.closed_at !== null) throw new Problem('conflict', 'It is closed');
  return row;
}

/** With it goes when its owner is to be reminded next. */
async function change(tx: Tx, { id: agentId, scope }: AgentActor, row: FeedbackRow, what: HistoryRow['what'], text: string | null, values: FeedbackChange, now: Date): Promise<void> {
  const { id } = row;
  await updateFeedbackRow(tx, scope.workspaceId, id, { ...values, remind_at: nextReminder({ ...row, ...values }) });
  await addHistory(tx, scope.workspaceId, id, agentId, what, text, now);
}

/** @throws Problem not_found, conflict, invalid_input */
export async function giveToOwner(tx: Tx, actor: AgentActor, id: number, ownerId: number, now: Date): Promise<void> {
  const row = await lock(tx, actor, id);
  if (row.owner_id === ownerId) return;
  const name = ownerId === row.about_id ? null : await findAssigneeName(tx, actor.scope.workspaceId, ownerId, row.brand_id);
  if (name === null) throw fieldProblem('owner', 'not_found', 'It has to be somebody who works on the brand and is not the person named');
  await change(tx, actor, row, 'owner', name, { owner_id: ownerId }, now);
  await tellOwner(tx, actor, { id, owner: ownerId, brand: row.brand_id }, now);
}

export async function addNote(tx: Tx, actor: AgentActor, id: number, text: string, now: Date): Promise<void> {
  await lock(tx, actor, id, { open: false });
  await addHistory(tx, actor.scope.workspaceId, id, actor.id, 'note', text, now);
}

type Told = z.infer<typeof toldBody>;

export async function acknowledge(tx: Tx, actor: AgentActor, id: number, { how, at, text }: Told, now: Date): Promise<void> {
  const row = await lock(tx, actor, id);
  if (row.acknowledged_at) throw new Problem('conflict', 'It is acknowledged already');
  await change(tx, actor, row, 'acknowledged', text ?? null, { acknowledged_at: pastMoment('at', at, now), acknowledged_how: how }, now);
}

/** An answer acknowledges too, where nobody has yet. */
export async function answer(tx: Tx, actor: AgentActor, id: number, { how, at, text }: Told, now: Date): Promise<void> {
  const row = await lock(tx, actor, id);
  if (row.answered_at) throw new Problem('conflict', 'It is answered already');
  const moment = pastMoment('at', at, now);
  await change(tx, actor, row, 'answered', text ?? null, { answered_at: moment, answered_how: how, ...(row.acknowledged_at ? {} : { acknowledged_at: moment, acknowledged_how: how }) }, now);
}

/** @throws Problem not_found, conflict, invalid_input */
export async function close(tx: Tx, actor: AgentActor, id: number, { outcome, text }: z.infer<typeof closeBody>, now: Date): Promise<void> {
  const row = await lock(tx, actor, id);
  if (!mayClose(outcome, row.answered_at !== null)) throw fieldProblem('outcome', 'not_answered', 'Note the answer to the customer first');
  await change(tx, actor, row, 'closed', text, { outcome, outcome_text: text, closed_at: now }, now);
}

export async function reopen(tx: Tx, actor: AgentActor, id: number, now: Date): Promise<void> {
  const row = await lock(tx, actor, id, { open: false });
  if (row.kind !== 'complaint' || row.closed_at === null) throw new Problem('conflict', 'It is not closed');
  await change(tx, actor, row, 'reopened', null, { outcome: null, outcome_text: null, closed_at: null }, now);
}

/** Again with other words: those stand from then on. */
export async function release(tx: Tx, actor: AgentActor, id: number, text: string, now: Date): Promise<void> {
  const row = await lock(tx, actor, id, { open: false });
  await change(tx, actor, row, 'released', text, { released_at: now, released_text: text }, now);
}

/** Of the person named, to what was released to them. @throws Problem not_found */
export async function writeStatement(tx: Tx, actor: AgentActor, id: number, text: string, now: Date): Promise<void> {
  if (!(await lockOwnComplaint(tx, actor.scope.workspaceId, actor.id, id))) throw notFound('feedback');
  await updateFeedbackRow(tx, actor.scope.workspaceId, id, { statement: text, statement_at: now });
  await addHistory(tx, actor.scope.workspaceId, id, actor.id, 'statement', text, now);
}

function pastMoment(field: string, given: string | undefined, now: Date): Date {
  const at = given === undefined ? now : new Date(given);
  if (at > now) throw fieldProblem(field, 'in_future', 'This lies ahead');
  return at;
}
