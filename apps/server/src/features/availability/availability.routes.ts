import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { readHoursOfAgents } from '../calendars/index.ts';
import { setAvailability } from './availability.commands.ts';
import { agentWorkShape, availabilityListQuery, giveSkillBody, setAvailabilityBody, updateAgentWorkBody } from './availability.schemas.ts';
import { calculators, toAgentWork } from './availability.views.ts';
import { findPerson, listPeople, type PersonRow } from './people.queries.ts';
import { plannedTimeRoutes } from './planned-times.routes.ts';
import { giveSkill, takeSkill, updateWork } from './work.commands.ts';

const tags = ['Availability'];
const params = z.strictObject({ id: idInPath });
const skillParams = z.strictObject({ id: idInPath, skill: idInPath });
const problems = { '4xx': problemShape };

/** Who is there, and what each can take: everybody sees it of those whom they work with, leads arrange it. */
export function availabilityRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function viewer(actor: AgentActor, rows: readonly PersonRow[]) {
    const now = clock.now();
    const hoursOf = calculators(await readHoursOfAgents(db, actor.scope.workspaceId, rows.map(({ id }) => id)));
    return (row: PersonRow) => toAgentWork(row, actor, { hours: hoursOf(row.id), now });
  }

  async function shown(actor: AgentActor, agentId: number) {
    const row = await findPerson(db, actor, agentId, clock.now());
    if (!row) throw notFound('agent');
    return (await viewer(actor, [row]))(row);
  }

  async function changed(actor: AgentActor, agentId: number, work: (tx: Tx) => Promise<void>) {
    await db.transaction().execute(work);
    context.wake.say('events');
    return shown(actor, agentId);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/availability',
    config: { access: 'viewer' },
    schema: { operationId: 'listAvailability', tags, summary: 'Who is there, and what they can take; active agents of the brands that you see, oldest first', querystring: availabilityListQuery, response: { 200: page(agentWorkShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit, availability, team, skill } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listPeople(db, actor, { availability, team, skill, now: clock.now(), after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], await viewer(actor, rows));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/agents/:id/work',
    config: { access: 'viewer' },
    schema: { operationId: 'getAgentWork', tags, summary: 'Whether one colleague is there, and what they can take', params, response: { 200: agentWorkShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/agents/:id/work',
    config: { access: 'lead' },
    schema: {
      operationId: 'updateAgentWork', tags, summary: 'Change somebody’s tier, working hours and limits', params, body: updateAgentWorkBody, response: { 200: agentWorkShape, ...problems },
      description: 'By leads, of those who see no more brands than they do.',
    },
    handler: (request) => {
      const actor = agentOf(request);
      const { id } = request.params;
      return changed(actor, id, (tx) => updateWork(tx, actor, id, request.body));
    },
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/agents/:id/availability',
    config: { access: 'agent' },
    schema: {
      operationId: 'setAvailability', tags, summary: 'Say whether you are there', params, body: setAvailabilityBody, response: { 200: agentWorkShape, ...problems },
      description: 'Of yourself; a lead may set somebody else to `away`, and nothing more. Whoever has had no live connection for 15 minutes is set to `away`; on a break, for two hours.',
    },
    handler: (request) => {
      const actor = agentOf(request);
      const { id } = request.params;
      return changed(actor, id, (tx) => setAvailability(tx, actor, id, request.body, clock.now()));
    },
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/agents/:id/skills/:skill',
    config: { access: 'lead' },
    schema: { operationId: 'giveSkill', tags, summary: 'Give somebody a skill, or change its level and end', params: skillParams, body: giveSkillBody, response: { 200: agentWorkShape, ...problems } },
    handler: (request) => {
      const actor = agentOf(request);
      const { id, skill } = request.params;
      return changed(actor, id, (tx) => giveSkill(tx, actor, { agentId: id, skillId: skill }, request.body));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/agents/:id/skills/:skill',
    config: { access: 'lead' },
    schema: { operationId: 'takeSkill', tags, summary: 'Take a skill away from somebody', params: skillParams, response: { 200: agentWorkShape, ...problems } },
    handler: (request) => {
      const actor = agentOf(request);
      const { id, skill } = request.params;
      return changed(actor, id, (tx) => takeSkill(tx, actor, { agentId: id, skillId: skill }));
    },
  });

  plannedTimeRoutes(server, context);
}
