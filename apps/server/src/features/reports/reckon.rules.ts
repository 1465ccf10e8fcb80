import type { OpenCalendar } from '../calendars/index.ts';
import type { Fact } from '../sla/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import type { Amount, TicketFacts } from './measures.ts';

/** What is read of a ticket beside its events. */
export type TicketNow = {
  ticket_id: number; brand_id: number; team_id: number | null; assignee_id: number | null; tier: number | null; topic_id: number | null; channel: string; language: string | null; kind: string; status: TicketStatus; created_at: Date;
  /** Neither in the inbox any more, or merged into another. */
  gone: boolean;
  sla_met: number; sla_missed: number; promises_kept: number; promises_broken: number; degree: Degree | null; minutes: number | null; score: number | null;
};
type Degree = 'solved' | 'partly' | 'worked_around' | 'not_solved' | 'withdrawn';

const isOver = (status: TicketStatus) => status === 'solved' || status === 'closed';

/** ms; null for what has not happened. */
type Course = { firstReply: number | null; firstSolved: number | null; lastSolved: number | null; replies: number; repliesToSolving: number; reopenings: number };

/** How a ticket went, by what happened on it in order. Nobody waits for a first reply to what we began ourselves. */
export function courseOf(facts: readonly Fact[]): Course {
  const course: Course = { firstReply: null, firstSolved: null, lastSolved: null, replies: 0, repliesToSolving: 0, reopenings: 0 };
  let status: TicketStatus = 'new';
  let customerBegan = false;
  for (const fact of facts) {
    if (fact.type === 'created') customerBegan = fact.by === 'customer';
    if (fact.type === 'message' && fact.by === 'agent') {
      course.replies += 1;
      if (customerBegan) course.firstReply ??= fact.at;
    }
    if (fact.type !== 'created' && fact.type !== 'status') continue;
    if (isOver(fact.status) && !isOver(status)) {
      if (course.firstSolved === null) course.repliesToSolving = course.replies;
      course.firstSolved ??= fact.at;
      course.lastSolved = fact.at;
    }
    if (isOver(status) && !isOver(fact.status)) course.reopenings += 1;
    status = fact.status;
  }
  if (!isOver(status)) course.lastSolved = null;
  return course;
}

/**
 * What reports say of a ticket; null when it does not count. `dayOf` tells a moment's day where the workspace is.
 * First contact: solved for good after at most one reply of ours.
 */
export function reckonTicket(ticket: TicketNow, facts: readonly Fact[], open: OpenCalendar, dayOf: (at: number) => string): TicketFacts | null {
  if (ticket.gone) return null;
  const came = ticket.created_at.getTime();
  const { firstReply, firstSolved, lastSolved, replies, repliesToSolving, reopenings } = courseOf(facts);
  const seconds = (until: number | null) => (until === null ? 0 : Math.max(0, Math.round((until - came) / 1000)));
  const openSeconds = (until: number | null) => (until === null ? 0 : Math.round(open.between(came, until) / 1000));
  const degree = (wanted: Degree) => Number(lastSolved !== null && ticket.degree === wanted);
  const wrapped = firstSolved !== null && lastSolved !== null && ticket.minutes !== null;
  const amounts: Record<Amount, number> = {
    open: Number(!isOver(ticket.status)),
    replies,
    first_replies: Number(firstReply !== null),
    first_reply_seconds: seconds(firstReply),
    first_reply_open_seconds: openSeconds(firstReply),
    sla_met: ticket.sla_met,
    sla_missed: ticket.sla_missed,
    promises_kept: ticket.promises_kept,
    promises_broken: ticket.promises_broken,
    solved: Number(firstSolved !== null),
    reopened: Number(reopenings > 0),
    first_contact: Number(lastSolved !== null && reopenings === 0 && repliesToSolving <= 1),
    resolved: Number(lastSolved !== null),
    resolution_seconds: seconds(lastSolved),
    resolution_open_seconds: openSeconds(lastSolved),
    degree_solved: degree('solved'),
    degree_partly: degree('partly'),
    degree_worked_around: degree('worked_around'),
    degree_not_solved: degree('not_solved'),
    degree_withdrawn: degree('withdrawn'),
    timed: Number(wrapped),
    minutes: wrapped ? (ticket.minutes ?? 0) : 0,
    rated: Number(firstSolved !== null && ticket.score !== null),
    score_sum: firstSolved !== null ? (ticket.score ?? 0) : 0,
  };
  const value = (id: number | null) => (id === null ? '' : String(id));
  return {
    ticket_id: ticket.ticket_id, brand_id: ticket.brand_id, created_at: ticket.created_at, day: dayOf(came), solved_day: firstSolved === null ? null : dayOf(firstSolved),
    team: value(ticket.team_id), assignee: value(ticket.assignee_id), tier: value(ticket.tier), topic: value(ticket.topic_id), channel: ticket.channel, language: ticket.language ?? '', kind: ticket.kind,
    ...amounts,
  };
}
