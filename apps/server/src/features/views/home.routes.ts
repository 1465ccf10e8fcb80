import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { findTicketsById, toTicket, type TicketRow } from '../tickets/index.ts';
import type { Conditions } from './conditions.schemas.ts';
import { endOfDay } from './end-of-day.ts';
import { findChanges, findComingBack, findLoads, findUnreadMentions, findWaiting, loadCap } from './home.queries.ts';
import { homeShape, teamHomeShape } from './home.schemas.ts';
import { readWanted } from './wanted.ts';
import { listWanted } from './window.queries.ts';

const tags = ['Home'];
const problems = { '4xx': problemShape };
/** Rows of a section; what does not fit is in the views. */
const rows = 8;

export function homeRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = context;

  app.route({
    method: 'GET',
    url: '/api/v1/home',
    config: { access: 'viewer' },
    schema: { operationId: 'getHome', tags, summary: 'What needs this agent: tickets that wait, mentions, what comes back from a snooze, what changed meanwhile', response: { 200: homeShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { scope, id } = actor;
      const [waiting, mentions, due, changes] = await Promise.all([
        findWaiting(db, scope, id, rows),
        findUnreadMentions(db, scope, id, rows),
        findComingBack(db, scope, id, endOfDay(clock.now(), actor.timeZone), rows),
        findChanges(db, scope, id, rows * 3),
      ]);
      const shown = await ticketsOf(actor, [...waiting.ids, ...mentions.map((each) => each.id), ...due, ...changes.map((each) => each.id)]);
      const isWaiting = new Set(waiting.ids);
      const back = changes.filter(({ type }) => type === 'ticket.woken');
      return {
        waiting: { count: waiting.count, tickets: shown.all(waiting.ids) },
        mentions: mentions.flatMap(({ id: ticket, by, at }) => shown.all([ticket]).map((each) => ({ ticket: each, by, at: at.toISOString() }))),
        back: shown.all(back.slice(0, rows).map((each) => each.id)),
        due: shown.all(due),
        // A ticket stands in one place only: what waits is told by its own section.
        changes: changes
          .filter((change) => change.type !== 'ticket.woken' && !isWaiting.has(change.id))
          .slice(0, rows)
          .flatMap(({ id: ticket, type, actor_type, actor_id, actor_name, data, created_at }) =>
            shown.all([ticket]).map((each) => ({ ticket: each, type, actor: { type: actor_type, id: actor_id, name: actor_name ?? '' }, data, created_at: created_at.toISOString() })),
          ),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/home/team',
    config: { access: 'lead' },
    schema: { operationId: 'getTeamHome', tags, summary: 'What needs a lead: unassigned tickets, those without an answer, and how much everybody has', response: { 200: teamHomeShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const [unassigned, unanswered, loads] = await Promise.all([
        oldest(actor, { status: ['new', 'open'], assignee: ['none'] }, rows),
        oldest(actor, { status: ['new', 'open'], last_from: 'customer' }, 100),
        findLoads(db, actor.scope),
      ]);
      return {
        unassigned: unassigned.map((row) => toTicket(row)),
        // Those untouched longest, and of them the ones whose customer has waited longest.
        unanswered: unanswered.toSorted((one, other) => one.last_message_at.getTime() - other.last_message_at.getTime()).slice(0, rows).map((row) => toTicket(row)),
        loads: loads.map(({ id, name, count, waiting }) => ({ agent: { id, name }, count, waiting, capped: count >= loadCap })),
      };
    },
  });

  async function ticketsOf(actor: AgentActor, ids: readonly number[]) {
    const found = ids.length === 0 ? [] : await findTicketsById(db, actor.scope, [...new Set(ids)], actor.id);
    const byId = new Map(found.map((row) => [row.id, row]));
    return { all: (wanted: readonly number[]) => wanted.flatMap((id) => (byId.has(id) ? [toTicket(byId.get(id)!)] : [])) };
  }

  async function oldest(actor: AgentActor, conditions: Conditions, limit: number): Promise<TicketRow[]> {
    const wanted = await readWanted(context, actor, conditions);
    return wanted ? (await listWanted(db, actor.scope, actor.id, wanted, { sort: 'updated_at', limit })).rows : [];
  }
}
