import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { addMessage, findTeamName, findTicketState, writtenText, type TicketState } from '../tickets/index.ts';
import { insertFollowers } from '../ticket-work/index.ts';
import { mostAsked, type AskBody } from './escalation.schemas.ts';
import { closeSwarm, countOpenSwarms, findMembersWhoWork, findSwarm, findWhoWork, insertAnswer, insertSwarm, reopenSwarm, type SwarmRow } from './swarms.queries.ts';

/** Open on one ticket. */
const mostOpen = 10;

/**
 * Asks colleagues, or a team, and keeps the ticket. They follow it from now on, and so does whoever asks.
 * @throws Problem not_found, ticket_closed; invalid_input that names the field
 */
export async function askAlong(tx: Tx, actor: AgentActor, number: number, { question, people = [], team }: AskBody, now: Date): Promise<number> {
  const { workspaceId } = actor.scope;
  const ticket = await lock(tx, actor, number);
  if (team !== undefined && (await findTeamName(tx, workspaceId, team)) === null) throw fieldProblem('team', 'not_found', 'There is no such team');
  const work = await findWhoWork(tx, workspaceId, people, ticket.brand_id);
  if (people.some((agent) => !work.has(agent))) throw fieldProblem('people', 'not_found', 'There is no such agent who may work on this brand');
  const members = team === undefined ? [] : await findMembersWhoWork(tx, workspaceId, team, ticket.brand_id, mostAsked + 1);
  const asked = [...new Set([...people, ...members])].filter((id) => id !== actor.id).slice(0, mostAsked);
  if (asked.length === 0) throw fieldProblem(team === undefined ? 'people' : 'team', 'nobody_there', 'Nobody would be asked');
  if ((await countOpenSwarms(tx, workspaceId, ticket.id)) >= mostOpen) throw fieldProblem('question', 'too_many', `At most ${mostOpen} open questions on a ticket`);
  const id = await insertSwarm(tx, workspaceId, { ticketId: ticket.id, question: question.trim(), teamId: team ?? null, askedBy: actor.id, people: asked }, now);
  await insertFollowers(tx, workspaceId, ticket.id, [...asked, actor.id]);
  await appendEvent(tx, actor, { type: 'swarm.asked', ticketId: ticket.id, brandId: ticket.brand_id, data: { swarm: id, team: team ?? null, tell: asked } });
  return id;
}

/** An answer is a note of the ticket; anybody who works on it may give one. @throws Problem not_found, conflict (it is closed), ticket_closed */
export async function answerSwarm(tx: Tx, actor: AgentActor, number: number, id: number, text: string, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const ticket = await lock(tx, actor, number);
  const swarm = await lockSwarm(tx, actor, ticket, id);
  if (swarm.closed_at !== null) throw new Problem('conflict', 'Nobody waits for an answer any more');
  const written = writtenText({ text }, { note: true });
  const tell = swarm.asked_by === actor.id ? [] : [swarm.asked_by];
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'note', direction: 'out', channel: 'web', authorType: 'agent', authorId: actor.id, from: { name: actor.name, address: actor.email }, to: [], cc: [], subject: '',
    text: written.text, html: written.html, replyText: written.text, language: written.language, messageId: null,
  }, ticket.status, now, { mentions: tell });
  await insertAnswer(tx, workspaceId, id, { messageId, agentId: actor.id });
  await appendEvent(tx, actor, { type: 'swarm.answered', ticketId: ticket.id, brandId: ticket.brand_id, messageId, data: { swarm: id } });
}

/** Closes a question, with the answer that helped, or opens it again. @throws Problem not_found; invalid_input that names `helpful` */
export async function updateSwarm(tx: Tx, actor: AgentActor, number: number, id: number, { open, helpful = null }: { open: boolean; helpful?: number | null }, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const ticket = await lock(tx, actor, number, { closed: true });
  const before = await lockSwarm(tx, actor, ticket, id);
  if (open && helpful !== null) throw fieldProblem('helpful', 'not_allowed', 'Only as it is closed');
  if (helpful !== null && !before.answers.some((answer) => answer.id === helpful)) throw fieldProblem('helpful', 'not_found', 'There is no such answer');
  if (open === (before.closed_at === null) && helpful === before.helpful_message_id) return;
  if (open) await reopenSwarm(tx, workspaceId, id);
  else await closeSwarm(tx, workspaceId, id, { by: actor.id, helpful, now });
  await appendEvent(tx, actor, { type: open ? 'swarm.reopened' : 'swarm.closed', ticketId: ticket.id, brandId: ticket.brand_id, data: { swarm: id, helpful } });
}

async function lock(tx: Tx, actor: AgentActor, number: number, { closed = false } = {}): Promise<TicketState> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  if (ticket.status === 'closed' && !closed) throw new Problem('ticket_closed');
  return ticket;
}

async function lockSwarm(tx: Tx, actor: AgentActor, ticket: TicketState, id: number): Promise<SwarmRow> {
  const swarm = await findSwarm(tx, actor.scope.workspaceId, ticket.id, id, { lock: true });
  if (!swarm) throw notFound('swarm');
  return swarm;
}
