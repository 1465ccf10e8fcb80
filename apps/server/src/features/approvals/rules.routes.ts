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
import { mayWriteRule } from './approvals.policy.ts';
import { createRule, removeRule, updateRule } from './rules.commands.ts';
import { findRule, listRules, type RuleRow } from './rules.queries.ts';
import { approvalRuleShape, createRuleBody, ruleListQuery, updateRuleBody } from './rules.schemas.ts';

const tags = ['Approvals'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** What takes somebody else's word: leads write it for their brands, everybody who sees the brand reads it. */
export function approvalRuleRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function shown(actor: AgentActor, ruleId: number) {
    const row = await findRule(db, actor.scope, ruleId);
    if (!row) throw notFound('approval rule');
    return toRule(row, actor);
  }

  /** Every node forgets what it knew, and screens hear of it. */
  async function write<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done> {
    const done = await db.transaction().execute(work);
    context.wake.say('approval_rules');
    context.wake.say('events');
    return done;
  }

  const knowledge = async (actor: AgentActor) => ({ now: clock.now(), known: await context.customFields.of(actor.scope.workspaceId) });

  app.route({
    method: 'GET',
    url: '/api/v1/approval-rules',
    config: { access: 'viewer' },
    schema: { operationId: 'listApprovalRules', tags, summary: 'What takes an approval in the brands that you see', querystring: ruleListQuery, response: { 200: page(approvalRuleShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      return toPage(await listRules(db, actor.scope, { after, limit: limit + 1 }), limit, (row) => [row.id], (row) => toRule(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/approval-rules',
    config: { access: 'lead' },
    schema: { operationId: 'createApprovalRule', tags, summary: 'Write a rule', body: createRuleBody, response: { 201: approvalRuleShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      const ruleId = await write((tx) => createRule(tx, actor, request.body, known));
      return reply.code(201).send(await shown(actor, ruleId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/approval-rules/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getApprovalRule', tags, summary: 'One rule', params, response: { 200: approvalRuleShape, ...problems } },
    handler: (request) => shown(agentOf(request), request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/approval-rules/:id',
    config: { access: 'lead' },
    schema: { operationId: 'updateApprovalRule', tags, summary: 'Change a rule, or switch it on or off', params, body: updateRuleBody, response: { 200: approvalRuleShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const known = await knowledge(actor);
      await write((tx) => updateRule(tx, actor, request.params.id, request.body, known));
      return shown(actor, request.params.id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/approval-rules/:id',
    config: { access: 'lead' },
    schema: { operationId: 'removeApprovalRule', tags, summary: 'Take a rule out; who waits by it can still be answered', params, response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      await write((tx) => removeRule(tx, agentOf(request), request.params.id, clock.now()));
      return { ok: true as const };
    },
  });
}

function toRule({ brand_id: id, brand_name: name, brand_color: color, created_at, updated_at, conditions, ...row }: RuleRow, actor: AgentActor): z.input<typeof approvalRuleShape> {
  return {
    ...row,
    conditions: conditions as z.input<typeof approvalRuleShape>['conditions'], // as `readConditions` let them in
    brand: id === null ? null : { id, name: name ?? '', color: color ?? '' },
    may_edit: mayWriteRule(actor, id, row.approver),
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}
