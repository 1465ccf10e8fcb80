import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { findSideState, openSideIn, prepareAnswer, prepareSide, writeSideIn } from '../side-conversations/index.ts';
import { deleteDraft, findMessage, findTicketState, listMerged, prepareMessage, writeMessage, writtenText, type MailAddress, type WrittenText } from '../tickets/index.ts';
import { messageParts, type ApprovalChange } from './approvals.schemas.ts';
import type { Doing, Known } from './do-change.command.ts';
import { newestWord } from './held-messages.queries.ts';

/** What the mail says that goes out: whom from and to, under which subject; `text`: its own words; `files`: what is attached, and the pictures in its words. */
export type HeldMail = { from: MailAddress; to: MailAddress[]; cc: MailAddress[]; subject: string; text: string; files: number[] };
export type HeldMessage = Pick<ApprovalChange, (typeof messageParts)[number]>;

export const heldPart = (change: ApprovalChange) => messageParts.find((part) => change[part] !== undefined);

/**
 * Sends the message of a change, by the command that its own route calls and without seconds to take it back: whoever asked has
 * written it long before.
 * @throws Problem as that command
 */
export async function sendHeld(tx: Tx, actor: AgentActor, number: number, { reply, forward, write_aside: aside }: HeldMessage, { playbooks, tools, now }: Known, { approvals, seen, told }: Doing): Promise<number> {
  const known = { tools, approvals, told, now };
  if (reply) {
    const body = { ...inTime(reply, now), kind: 'public' as const, undo_seconds: 0 };
    return (await writeMessage(tx, actor, number, body, prepareMessage(body, now), { ...known, playbooks, seen })).id;
  }
  const ticket = await findTicketState(tx, actor.scope, { number });
  if (!ticket) throw notFound('ticket');
  if (forward) {
    const body = { ...inTime(forward, now), undo_seconds: 0 };
    return (await openSideIn(tx, actor, ticket.id, body, await prepareSide(tx, actor, ticket, body, now), known)).messageId;
  }
  if (!aside) throw new Error('a change holds no message');
  const { side, ...rest } = inTime(aside, now);
  await refuseElsewhere(tx, actor, ticket.id, side);
  const body = { ...rest, undo_seconds: 0 };
  return (await writeSideIn(tx, actor, side, body, prepareAnswer(body, now), known)).messageId;
}

/** What was to go out before it was approved goes out at once. */
function inTime<Body extends { send_at?: string | undefined; unless_answered?: boolean | undefined }>(body: Body, now: Date): Body {
  return body.send_at !== undefined && new Date(body.send_at) <= now ? { ...body, send_at: undefined, unless_answered: undefined } : body;
}

/** A side conversation of the ticket that it is asked for on. */
async function refuseElsewhere(tx: Tx, actor: AgentActor, ticketId: number, sideId: number): Promise<void> {
  const side = await findSideState(tx, actor.scope, sideId);
  const whole = (await listMerged(tx, actor.scope.workspaceId, ticketId)).map(({ id }) => id);
  if (!side || !whole.includes(side.ticket_id)) throw fieldProblem('change.write_aside.side', 'not_found', 'The ticket has no such side conversation');
}

/** What the mail of a message says that was just written. */
export async function readMail(tx: Tx, actor: AgentActor, messageId: number, change: HeldMessage): Promise<HeldMail> {
  const row = await findMessage(tx, actor.scope, messageId);
  const words = change.reply ?? change.forward ?? change.write_aside;
  if (!row || !words) throw notFound('message');
  const plain = ({ name, address }: MailAddress) => ({ name, address });
  const { text, inline } = wordsOf(words);
  return { from: { name: row.from_name, address: row.from_address }, to: row.recipients_to.map(plain), cc: row.recipients_cc.map(plain), subject: row.subject, text, files: [...new Set([...(words.attachments ?? []), ...inline.keys()])] };
}

/** It is asked for out of the composer: the draft that it was written as has gone into the request, and comes back from it. */
export async function forgetDraft(tx: Tx, actor: AgentActor, number: number, { reply, forward, write_aside: aside }: HeldMessage): Promise<void> {
  const ticket = await findTicketState(tx, actor.scope, { number });
  if (!ticket || !(reply ?? forward ?? aside)) return;
  const kind = reply ? 'public' : forward?.kind === 'forward' ? 'forward' : 'side';
  await deleteDraft(tx, { workspaceId: actor.scope.workspaceId, ticketId: ticket.id, agentId: actor.id, kind, side: aside?.side ?? null });
}

/** A forward may go without words of its own. */
function wordsOf(body: { text?: string | undefined; html?: string | undefined }): Pick<WrittenText, 'text' | 'inline'> {
  try {
    return writtenText({ ...(body.text !== undefined && { text: body.text }), ...(body.html !== undefined && { html: body.html }) });
  } catch (error) {
    if (error instanceof Problem) return { text: '', inline: new Map() };
    throw error;
  }
}

/** Exactly those get it who were shown to whoever approved it. */
export function refuseOthers(mail: HeldMail, shown: HeldMail): void {
  const people = ({ to, cc }: HeldMail) => JSON.stringify([to, cc].map((list) => list.map(({ address }) => address).toSorted()));
  if (people(mail) !== people(shown)) throw new Problem('conflict', 'Other people take part by now', [{ field: 'to', code: 'others_take_part', message: 'Whom it goes to has changed' }]);
}

/** The newest that a person said where it is an answer to; a forward answers nothing. */
export async function wordBefore(db: Queryable, workspaceId: number, ticketId: number, { reply, write_aside: aside }: HeldMessage): Promise<number | null | undefined> {
  return reply || aside ? newestWord(db, workspaceId, { ticketId, side: aside?.side ?? null }) : undefined;
}
