import { isLanguage } from '@ombud/i18n';
import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import type { ApprovalGate } from '../approval-rules/index.ts';
import { queueReply, readAgentAddress, type AgentMark } from '../delivery/index.ts';
import { askForApproval } from '../approvals/index.ts';
import { attachMailFiles, insertFile } from '../files/index.ts';
import { insertSystemMail } from '../system-mail/index.ts';
import { addMessage, findRoots, findTicketState, markRead, statusAfterReply, type NewMessage, type TicketState } from '../tickets/index.ts';
import { refusalTexts } from './agent-answer-texts.ts';
import { findAnsweringAgent, type AnsweringAgent } from './agent-answer.queries.ts';
import { readCommand, refusalOf, type Refusal } from './agent-answer.rules.ts';
import { finishIntake, type IntakeJob } from './intake.queries.ts';
import type { PreparedMail } from './intake.types.ts';
import { LeaseLost } from './receive.commands.ts';

/** The agent's signed address among those that a mail names; costs nothing for mail that names none. */
export function agentMarkOf(sealer: Sealer, job: IntakeJob, mail: PreparedMail): AgentMark | null {
  for (const address of [job.envelope_to, ...mail.to.map(({ address: to }) => to), ...mail.cc.map(({ address: cc }) => cc)]) {
    const mark = readAgentAddress(sealer, job.workspace_id, address);
    if (mark) return mark;
  }
  return null;
}

class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * A mail to the address at which one agent answers one ticket becomes their message, or a note that says why it did not. It never
 * joins the thread as a customer's, and nobody is written to about it.
 * @returns false when the ticket is gone: then it is a mail like any other
 * @throws LeaseLost, or 23505 on the intake's dedupe key when the same mail was received before
 */
export async function answerByMail(context: Context, job: IntakeJob, mail: PreparedMail, mark: AgentMark): Promise<boolean> {
  const { workspace_id: workspaceId } = job;
  const { db, wake } = context;
  const ticketId = (await findRoots(db, workspaceId, [mark.ticketId])).get(mark.ticketId);
  const found = ticketId === undefined ? null : await findTicketState(db, systemActor(workspaceId).scope, { id: ticketId });
  if (!found) return false;
  // Out of office: nobody's words, and nothing to tell.
  if (mail.automatic !== null || mail.bounce !== null) {
    if (!(await finishIntake(db, job, { status: 'done', ticketId: found.id, dedupeKey: mail.dedupeKey }))) throw new LeaseLost();
    return true;
  }
  const agent = await findAnsweringAgent(db, workspaceId, mark.agentId);
  const approvals = { rules: await context.approvalRules.of(workspaceId) };
  try {
    const sent = await db.transaction().execute((tx) => takeAnswer(tx, context, job, mail, { mark, agent, approvals }, found.id));
    if (sent) wake.say('outbox');
  } catch (error) {
    if (!agent || !isUnapproved(error) || !(await asksInstead(context, job, mail, mark, agent, found))) {
      const reason = reasonOf(error);
      if (!reason) throw error;
      await db.transaction().execute((tx) => leaveNote(tx, context, job, mail, agent, found.id, reason));
    }
  }
  wake.say('events');
  return true;
}

/** @returns whether something goes out */
async function takeAnswer(tx: Tx, { sealer, clock }: Context, job: IntakeJob, mail: PreparedMail, { mark, agent, approvals }: { mark: AgentMark; agent: AnsweringAgent | null; approvals: ApprovalGate }, ticketId: number): Promise<boolean> {
  const ticket = await lock(tx, job.workspace_id, ticketId);
  const refusal = refusalOf(mail, agent, ticket);
  if (refusal || !agent) throw new Refused(refusal ?? 'no_agent');
  const { actor } = agent;
  const { kind, text } = readCommand(mail.replyText, mark.kind);
  if (text === '' && mail.files.length === 0) throw new Refused('empty');
  if (ticket.status === 'closed' && kind === 'public') throw new Refused('closed');
  const now = clock.now();
  const message: NewMessage = {
    ...unaddressed(text, mail.language),
    kind,
    channel: 'email',
    authorType: 'agent',
    authorId: actor.id,
    from: { name: actor.name, address: kind === 'public' ? '' : actor.email },
  };
  const { messageId } = await addMessage(tx, actor, ticket, message, kind === 'public' ? statusAfterReply(ticket.status, undefined) : ticket.status, now, { approvals });
  if (mail.files.length > 0) await attachMailFiles(tx, actor, messageId, mail.files);
  if (kind === 'public' && (await queueReply(tx, actor, { sealer, ticketId: ticket.id, messageId })).outboxId === null) throw new Refused('no_recipient');
  await markRead(tx, job.workspace_id, actor.id, ticket.id, now);
  await end(tx, job, mail, ticket.id, messageId);
  return kind === 'public';
}

/**
 * Words that take somebody else's are asked for as they came, with their files; the agent hears by mail that they wait. False where
 * they cannot be sent for another reason as well.
 * @throws LeaseLost
 */
async function asksInstead(context: Context, job: IntakeJob, mail: PreparedMail, mark: AgentMark, { actor, deskLanguage }: AnsweringAgent, ticket: TicketState): Promise<boolean> {
  const { text } = readCommand(mail.replyText, mark.kind);
  const rules = await context.approvalRules.of(job.workspace_id);
  const language = isLanguage(deskLanguage) ? deskLanguage : 'en';
  try {
    await context.db.transaction().execute(async (tx) => {
      const attachments = [];
      for (const part of mail.files) attachments.push((await insertFile(tx, actor, part)).id);
      const change = { reply: { text: text || mail.files.map(({ name }) => name).join('\n'), attachments } };
      const now = context.clock.now();
      const requestId = await askForApproval(tx, actor, ticket.number, { change, reason: refusalTexts[language].asks }, { playbooks: [], rules, tools: context, now });
      await insertSystemMail(tx, { kind: 'answer_waits', address: actor.email.toLowerCase(), workspaceId: job.workspace_id, subjectId: requestId, now });
      if (!(await finishIntake(tx, job, { status: 'done', ticketId: ticket.id, dedupeKey: mail.dedupeKey }))) throw new LeaseLost();
    });
    context.wake.say('outbox');
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

const isUnapproved = (error: unknown) => error instanceof Problem && error.code === 'approval_needed';

/** Whoever works on the ticket sees that somebody tried, and what came; the text is not quoted as if it were the agent's. */
async function leaveNote(tx: Tx, { clock }: Context, job: IntakeJob, mail: PreparedMail, agent: AnsweringAgent | null, ticketId: number, reason: Refusal): Promise<void> {
  const ticket = await lock(tx, job.workspace_id, ticketId);
  const language = agent && isLanguage(agent.deskLanguage) ? agent.deskLanguage : 'en';
  const { claims, reasons } = refusalTexts[language];
  const values: Record<string, string> = { name: agent?.actor.name ?? '?', from: mail.from?.address ?? '?' };
  const fill = (text: string) => text.replace(/\{(name|from)\}/g, (_whole, name: string) => values[name] ?? '');
  const text = fill(claims).replace('{reason}', () => fill(reasons[reason]));
  const note: NewMessage = { ...unaddressed(text, language), kind: 'note', channel: 'email', authorType: 'system', authorId: null, from: { name: '', address: '' }, senderCheck: mail.verdict };
  const { messageId } = await addMessage(tx, systemActor(job.workspace_id), ticket, note, ticket.status, clock.now());
  await attachMailFiles(tx, systemActor(job.workspace_id), messageId, [mail.raw]);
  await end(tx, job, mail, ticket.id, messageId);
}

function unaddressed(text: string, language: string | null): Omit<NewMessage, 'kind' | 'channel' | 'authorType' | 'authorId' | 'from'> {
  return { direction: 'out', to: [], cc: [], subject: '', text, html: null, replyText: text, language, messageId: null };
}

async function lock(tx: Tx, workspaceId: number, ticketId: number): Promise<TicketState> {
  const ticket = await findTicketState(tx, systemActor(workspaceId).scope, { id: ticketId }, { lock: true });
  if (!ticket) throw new Error('the ticket went away while a mail to it was read');
  return ticket;
}

async function end(tx: Tx, job: IntakeJob, mail: PreparedMail, ticketId: number, messageId: number): Promise<void> {
  if (!(await finishIntake(tx, job, { status: 'done', ticketId, messageId, dedupeKey: mail.dedupeKey }))) throw new LeaseLost();
}

function reasonOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.reason;
  return error instanceof Problem && error.status === 409 ? 'not_possible' : null;
}
