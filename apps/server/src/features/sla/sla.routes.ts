import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, toPage, twoIds } from '../../platform/http/cursors.ts';
import { idInPath, page, pageQuery, problemShape } from '../../platform/http/shapes.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { numberInPath } from '../tickets/index.ts';
import { factsOf } from './facts.ts';
import { policyFor, policySeenBy, type SlaPolicy } from './policy.rules.ts';
import { createSlaPolicy, removeSlaPolicy, updateSlaPolicy } from './sla-policies.commands.ts';
import { findSlaPolicy, listSeenPolicies, listSlaPolicies } from './sla-policies.queries.ts';
import { findSlaTicket, listTargets, readFactEvents, readNextDue, type StoredTarget } from './sla-targets.queries.ts';
import { createSlaPolicyBody, slaCheckQuery, slaCheckShape, slaDueQuery, slaDueShape, slaPolicyShape, ticketSlaShape, updateSlaPolicyBody, type SlaState } from './sla.schemas.ts';
import { reckon } from './targets.rules.ts';

const tags = ['SLA'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
const removed = z.object({ ok: z.literal(true) });
/** Rows of one ticket's history that are told. */
const mostRows = 200;

/** What is promised, by policies. */
export function slaPolicyRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db } = context;

  app.route({
    method: 'GET',
    url: '/api/v1/sla-policies',
    config: { access: 'viewer' },
    schema: { operationId: 'listSlaPolicies', tags, summary: 'SLA policies in their order', querystring: z.strictObject(pageQuery), response: { 200: page(slaPolicyShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, twoIds);
      const { scope } = agentOf(request);
      const rows = await listSeenPolicies(db, scope, { after, limit: limit + 1 });
      return toPage(rows.flatMap((row) => policySeenBy(scope, row) ?? []), limit, (row) => [row.position, row.id], toPolicy);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/sla-policies',
    config: { access: 'admin' },
    schema: { operationId: 'createSlaPolicy', tags, summary: 'Add an SLA policy, last in order', body: createSlaPolicyBody, response: { 201: slaPolicyShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { policyId } = await db.transaction().execute((tx) => createSlaPolicy(tx, actor, request.body));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor.scope, policyId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/sla-policies/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getSlaPolicy', tags, summary: 'One SLA policy', params, response: { 200: slaPolicyShape, ...problems } },
    handler: (request) => shown(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/sla-policies/:id',
    config: { access: 'admin' },
    schema: { operationId: 'updateSlaPolicy', tags, summary: 'Change, switch off or move an SLA policy', description: 'Open tickets are reckoned anew from what happened on them.', params, body: updateSlaPolicyBody, response: { 200: slaPolicyShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => updateSlaPolicy(tx, actor, request.params.id, request.body));
      context.wake.say('events');
      return shown(actor.scope, request.params.id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/sla-policies/:id',
    config: { access: 'admin' },
    schema: { operationId: 'removeSlaPolicy', tags, summary: 'Remove an SLA policy', params, response: { 200: removed, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => removeSlaPolicy(tx, actor, request.params.id));
      context.wake.say('events');
      return { ok: true as const };
    },
  });

  async function shown(scope: Scope, policyId: number) {
    const row = await findSlaPolicy(db, scope.workspaceId, policyId);
    const seen = row && policySeenBy(scope, row);
    if (!seen) throw notFound('policy');
    return toPolicy(seen);
  }
}

/** How tickets stand by it. */
export function ticketSlaRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = context;

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/sla',
    config: { access: 'viewer' },
    schema: { operationId: 'getTicketSla', tags, summary: 'A ticket’s promised times and their history', params: numberInPath, response: { 200: ticketSlaShape, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const ticket = await findSlaTicket(db, scope, request.params.number);
      if (!ticket) throw notFound('ticket');
      return { items: (await listTargets(db, scope.workspaceId, ticket.id, mostRows)).map(toTarget) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/sla/due',
    config: { access: 'viewer' },
    schema: { operationId: 'listSlaDue', tags, summary: 'What is due next on each of these tickets', querystring: slaDueQuery, response: { 200: slaDueShape, ...problems } },
    handler: async (request) => {
      const rows = await readNextDue(db, agentOf(request).scope, request.query.tickets.split(',').map(Number));
      return { items: rows.map(({ number, kind, due_at, left_seconds, ...row }) => ({ ticket: number, kind, state: stateOf({ ...row, outcome: null }), due_at: due_at?.toISOString() ?? null, left_seconds })) };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/sla/check',
    config: { access: 'viewer' },
    schema: { operationId: 'checkSla', tags, summary: 'What the policies of now would have promised a ticket', querystring: slaCheckQuery, response: { 200: slaCheckShape, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const ticket = await findSlaTicket(db, scope, request.query.ticket);
      if (!ticket) throw notFound('ticket');
      const policy = policyFor(ticket, await listSlaPolicies(db, scope.workspaceId));
      const open = openHours(await readHoursOfBrands(db, scope.workspaceId, [ticket.brand_id])).get(ticket.brand_id);
      const events = (await readFactEvents(db, scope.workspaceId, [ticket.id])).get(ticket.id) ?? [];
      const reckoned = policy && open ? reckon(factsOf(events, ticket.status), policy, ticket.priority, open, clock.now().getTime()) : [];
      const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return {
        ticket: ticket.number,
        policy: policy && { id: policy.id, name: policy.name },
        items: reckoned.slice(-mostRows).map(({ kind, minutes, business, cycle, standing }) => ({
          kind, minutes, business, started_at: new Date(cycle.started).toISOString(), ended_at: iso(cycle.ended), due_at: iso(standing.due), breached_at: iso(standing.breachedAt), used_seconds: Math.round(standing.used / 1000), resting: standing.resting,
        })),
      };
    },
  });
}

function stateOf({ outcome, breached_at, warned_at, resting }: Pick<StoredTarget, 'outcome' | 'breached_at' | 'warned_at' | 'resting'>): SlaState {
  if (outcome !== null) return outcome;
  if (breached_at !== null) return 'breached';
  if (resting) return 'resting';
  return warned_at === null ? 'running' : 'warned';
}

function toTarget(row: StoredTarget) {
  return {
    id: row.id,
    kind: row.kind,
    state: stateOf(row),
    due_at: row.due_at?.toISOString() ?? null,
    left_seconds: row.left_seconds,
    started_at: row.cycle_at.toISOString(),
    began_at: row.began_at.toISOString(),
    reason: row.reason,
    business: row.business,
    minutes: row.target_minutes,
    priority: row.priority,
    policy: { id: row.policy_id, name: row.policy_name, version: row.policy_version },
    breached_at: row.breached_at?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
  };
}

function toPolicy({ created_at, updated_at, ...row }: SlaPolicy) {
  return { ...row, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
