import type { Context } from '../../context.ts';
import type { SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { AutomationActions } from '../actions/index.ts';
import { readReplyWords } from '../delivery/index.ts';
import { escalateTicket } from '../escalation/index.ts';
import { fillPlaceholders } from '../placeholders/index.ts';
import { refuseUnapproved, type KnownApprovalRule } from '../approval-rules/index.ts';
import type { KnownPlaybook } from '../required-steps/index.ts';
import { findTicketState, promiseAlong, updateTicket, writeNoteAlong, type TicketState } from '../tickets/index.ts';
import { isLiveWebhook } from '../webhooks/index.ts';
import { Refusal } from './refusal.ts';
import { replyByMacro } from './reply.command.ts';

/** What may hold a change back, as it was known before the transaction. */
export type Gates = { playbooks: readonly KnownPlaybook[]; rules: readonly KnownApprovalRule[] };
export type ApplyTools = Pick<Context, 'sealer'> & { gates: Gates; now: Date };
export type Applied = { done: string[]; repliedTo: number | null; /** The customer was told of an escalation. */ told: boolean };

/**
 * Does all of it on a locked ticket by the ordinary commands, its status last: what is written along counts for required steps.
 * The caller takes everything back when one part is refused. @throws Problem, Refusal
 */
export async function applyActions(tx: Tx, tools: ApplyTools, actor: SystemActor, ticket: TicketState, { status, route, note, reply, promise, escalate, webhook, ...changes }: AutomationActions): Promise<Applied> {
  const { gates: { playbooks, rules }, now } = tools;
  const done: string[] = [];
  const update = async (body: Parameters<typeof updateTicket>[3]) => {
    if (Object.keys(body).length > 0 && (await updateTicket(tx, actor, ticket.number, body, now, { playbooks, approvals: { rules } })).changed) done.push(...Object.keys(body));
  };
  if (webhook !== undefined && !(await isLiveWebhook(tx, actor.scope.workspaceId, webhook, ticket.brand_id))) throw new Refusal('webhook_gone');
  await update(changes);
  if (route !== undefined && (ticket.team_id !== route || ticket.assignee_id !== null)) {
    await updateTicket(tx, actor, ticket.number, { team: route, assignee: null }, now, { playbooks, approvals: { rules } });
    done.push('route');
  }
  if (note !== undefined) {
    await writeNote(tx, actor, await current(), note, now);
    done.push('note');
  }
  if (promise) {
    await promiseAlong(tx, actor, await current(), promise, now, { approvals: { rules } });
    done.push('promise');
  }
  const told = escalate ? await escalateFrom(tx, tools, actor, await current(), escalate) : false;
  if (escalate) done.push('escalate');
  if (reply) await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: (await current()).brand_id, macros: [reply.macro] }, { rules });
  const repliedTo = reply ? await replyByMacro(tx, tools, actor, await current(), reply.macro, now) : null;
  if (reply) done.push('reply');
  if (status !== undefined) await update({ status });
  if (webhook !== undefined) done.push('webhook');
  return { done, repliedTo, told };

  /** As it is after what was done so far; it is locked, and here. */
  async function current(): Promise<TicketState> {
    return (await findTicketState(tx, actor.scope, { id: ticket.id })) ?? ticket;
  }
}

async function writeNote(tx: Tx, actor: SystemActor, ticket: TicketState, note: string, now: Date): Promise<void> {
  const words = await readReplyWords(tx, actor.scope, ticket.assignee_id ?? 0, ticket.id);
  const text = words ? fillPlaceholders(note, { ...words.values, 'desk.hours': words.hoursIn(words.brandLanguage) }) : note;
  await writeNoteAlong(tx, actor, ticket, { text, from: { name: words?.values['brand.name'] ?? '', address: '' } }, now);
}

async function escalateFrom(tx: Tx, { sealer, gates: { rules }, now }: ApplyTools, actor: SystemActor, { number, status, folder }: TicketState, escalating: NonNullable<AutomationActions['escalate']>): Promise<boolean> {
  if (status === 'solved' || folder !== 'inbox') throw new Refusal('not_worked_on');
  return (await escalateTicket(tx, { sealer }, actor, number, escalating, now, { approvals: { rules } })).told;
}
