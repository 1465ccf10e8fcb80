import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { takeTurn } from '../../platform/timers/timers.queries.ts';
import { tell } from '../notifications/index.ts';
import { ticketChannels, updateTicket } from '../tickets/index.ts';
import { onlineAccountAgents } from './candidates.queries.ts';
import { insertDecisions, lastTurn, saveTurns, type NewDecision } from './decisions.queries.ts';
import { readNeeds, type NeedRow } from './needs.queries.ts';
import { leaveQueue, lockNext, lockOverflowing, lockQueued, lookAgainLater, moveQueued, type TeamAtWork } from './queue.queries.ts';
import { endRounds, insertOffers, type NewOffer } from './offers.queries.ts';
import { pauseAfter } from './offers.rules.ts';
import { candidatesOf, ruleOf, waitingOf } from './read-candidates.ts';
import { overflowReasons, reasonsOf } from './reasons.ts';
import { canTakeAny, decide, isRoundOver, take, type Candidate } from './routing.rules.ts';

type Tools = Pick<Context, 'db' | 'clock'>;

/** The tickets that share a transaction. */
const batch = 50;
/** Among so many tickets, those that have waited longest for a look, customers of free account agents are looked for while nobody else is free. */
const fewOf = batch;

export type HandedOut = { handed: number; /** Of these, to be accepted or declined. */ offered?: number; /** There may be more to hand out at once. */ more: boolean };
const nothing: HandedOut = { handed: 0, more: false };

/**
 * Hands out the next tickets of a team, in one transaction: read and decided together, then each assigned by the ticket's own
 * command. One node at a time does so in a workspace, so that nobody gets more than they can take; what a killed node had begun
 * is as if it had not been.
 */
export async function handOut({ db, clock }: Tools, workspaceId: number, team: TeamAtWork): Promise<HandedOut> {
  return db.transaction().execute(async (tx) => {
    if (!(await takeTurn(tx, 'routing', workspaceId))) return nothing;
    const now = clock.now();
    const rule = ruleOf(team);
    const isFree = (each: Candidate) => canTakeAny(each, ticketChannels, rule);
    // Whether anybody could take anything comes before the queue: it may be long, and is read only for somebody.
    const members = await candidatesOf(tx, workspaceId, { teamId: team.team_id, others: [], now });
    const isMemberFree = members.some(isFree);
    if (!isMemberFree && !(await isAccountAgentFree(tx, workspaceId, team, now, isFree))) return nothing;
    const tickets = await lockNext(tx, workspaceId, team.team_id, now, isMemberFree ? { batch } : { batch, among: fewOf });
    if (tickets.length === 0) return nothing;
    const others = team.sticky_account ? tickets.flatMap(({ account }) => account) : [];
    const candidates = others.length === 0 ? members : await candidatesOf(tx, workspaceId, { teamId: team.team_id, others, now });
    const isSomebodyFree = () => candidates.some(isFree);
    if (isMemberFree && !isSomebodyFree()) return nothing;
    const needs = Map.groupBy(await readNeeds(tx, workspaceId, tickets.map(({ id }) => id)), ({ ticket_id }: NeedRow) => ticket_id);
    const byId = new Map(candidates.map((each) => [each.id, each]));
    let turn = await lastTurn(tx, workspaceId, team.team_id);
    const decisions: NewDecision[] = [];
    const offers: NewOffer[] = [];
    const rounds: { ticket: number; pause: number }[] = [];
    const turns = new Map<number, number>();
    const left: number[] = [];
    for (const ticket of tickets) {
      const waiting = waitingOf(ticket, needs.get(ticket.id) ?? []);
      const decision = decide(rule, waiting, candidates, now.getTime());
      const chosen = decision.chosen && byId.get(decision.chosen.agent);
      if (chosen && rule.offers) {
        turn += 1;
        take(chosen, ticket.channel, turn, now.getTime());
        chosen.offered = true;
        turns.set(chosen.id, turn);
        offers.push({ ticket: ticket.id, agent: chosen.id, round: ticket.round, reasons: reasonsOf(decision, now.getTime() - waiting.since) });
        continue;
      }
      if (rule.offers && ticket.anew_at === null && isRoundOver(decision)) rounds.push({ ticket: ticket.id, pause: pauseAfter(ticket.round) });
      if (!chosen || !(await assign(tx, workspaceId, ticket.number, { assignee: chosen.id }, { why: decision.why, team: team.team_id }, now))) {
        left.push(ticket.id);
        continue;
      }
      turn += 1;
      take(chosen, ticket.channel, turn, now.getTime());
      turns.set(chosen.id, turn);
      decisions.push({ ticket: ticket.id, agent: chosen.id, overflow_team: null, reasons: reasonsOf(decision, now.getTime() - waiting.since) });
    }
    // Where all are busy now, the most urgent is to be the first again as soon as somebody is free.
    const free = isSomebodyFree();
    await lockQueued(tx, workspaceId, tickets.map(({ id }) => id));
    // Where only account agents are free, the others make room for the next few, whose customers may be theirs.
    if (free || !isMemberFree) await lookAgainLater(tx, workspaceId, left, now);
    await endRounds(tx, workspaceId, rounds, now);
    if (offers.length > 0) {
      const made = await insertOffers(tx, workspaceId, team.team_id, offers, { now, due: new Date(now.getTime() + team.offer_seconds * 1000) });
      await tell(tx, workspaceId, made.map(({ id, ticket_id, agent_id }) => ({ agent: agent_id, kind: 'offered', about: { offer: id, ticket: ticket_id }, brand: null, by: null })), now);
    }
    if (turns.size > 0) await saveTurns(tx, workspaceId, team.team_id, [...turns].map(([agent, number]) => ({ agent, turn: number })), now);
    if (decisions.length > 0) {
      await insertDecisions(tx, workspaceId, team.team_id, decisions, now);
      await leaveQueue(tx, workspaceId, decisions.map(({ ticket }) => ticket));
    }
    return { handed: decisions.length, offered: offers.length, more: free && tickets.length === batch };
  });
}

/** Whether anybody of another team who looks after customers could take one of theirs. */
async function isAccountAgentFree(tx: Tx, workspaceId: number, team: TeamAtWork, now: Date, isFree: (candidate: Candidate) => boolean): Promise<boolean> {
  if (!team.sticky_account) return false;
  const others = await onlineAccountAgents(tx, workspaceId);
  return others.length > 0 && (await candidatesOf(tx, workspaceId, { teamId: team.team_id, others, now })).some((each) => !each.member && isFree(each));
}

/** Gives to another team what nobody of this one could take for too long. */
export async function overflow({ db, clock }: Tools, workspaceId: number, team: TeamAtWork): Promise<HandedOut> {
  const target = team.overflow_team_id;
  if (target === null) return nothing;
  return db.transaction().execute(async (tx) => {
    if (!(await takeTurn(tx, 'routing', workspaceId))) return nothing;
    const now = clock.now();
    const tickets = await lockOverflowing(tx, workspaceId, team, now, batch);
    const moved: NewDecision[] = [];
    for (const { id, number, since } of tickets)
      if (await assign(tx, workspaceId, number, { team: target }, { why: 'overflow', team: team.team_id }, now)) moved.push({ ticket: id, agent: null, overflow_team: target, reasons: overflowReasons(now.getTime() - since.getTime()) });
    if (moved.length > 0) {
      await lockQueued(tx, workspaceId, moved.map(({ ticket }) => ticket));
      await insertDecisions(tx, workspaceId, team.team_id, moved, now);
      await moveQueued(tx, workspaceId, team, moved.map(({ ticket }) => ticket), now);
    }
    return { handed: moved.length, more: tickets.length === batch && moved.length > 0 };
  });
}

/** False when the ticket's command refuses it, e.g. because somebody was taken off the brand meanwhile; it has written nothing then. */
async function assign(tx: Tx, workspaceId: number, number: number, change: { assignee: number } | { team: number }, routing: { why: string | null; team: number }, now: Date): Promise<boolean> {
  try {
    return (await updateTicket(tx, systemActor(workspaceId), number, change, now, { told: { routing } })).changed;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
