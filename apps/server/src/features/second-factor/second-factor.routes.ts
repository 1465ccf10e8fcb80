import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { provePassword } from '../../platform/auth/prove-password.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { agentOf, onlySession, sessionOf } from '../../platform/http/access.ts';
import { idInPath, line, problemShape } from '../../platform/http/shapes.ts';
import { beginSetUp, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, resetSecondFactor } from './second-factor.commands.ts';
import { findRequiredRoles, findSecondFactor } from './second-factor.queries.ts';

const tags = ['Second factor'];
const problems = { '4xx': problemShape };
const done = z.object({ ok: z.literal(true) });
const ownPassword = z.strictObject({ password: z.string().min(1).max(256).regex(/^[^\0]*$/) });
const codes = z.object({ recovery_codes: z.array(z.string()).describe('Ten, each good for one sign-in; shown this once') }).meta({ id: 'RecoveryCodes' });
const state = z.object({ on: z.boolean(), required: z.boolean().describe('The own role must have one'), recovery_codes: z.int().describe('How many are left') }).meta({ id: 'SecondFactor' });

/** The own second factor (a code from an app, RFC 6238), and the reset of a colleague's. */
export function secondFactorRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const own = { access: 'viewer', session: true, withoutSecondFactor: true } as const;

  app.route({
    method: 'GET',
    url: '/api/v1/me/second-factor',
    config: own,
    schema: { operationId: 'getSecondFactor', tags, summary: 'Whether the own sign-in asks for a code', security: onlySession, response: { 200: state, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const [row, required] = await Promise.all([findSecondFactor(context.db, sessionOf(actor).userId), findRequiredRoles(context.db, actor.scope.workspaceId)]);
      return { on: row?.confirmed_at != null, required: required.includes(actor.role), recovery_codes: row?.confirmed_at ? row.recovery_codes : 0 };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor',
    config: own,
    schema: {
      operationId: 'beginSecondFactor', tags, summary: 'Begin the set-up: a secret for an authenticator app', security: onlySession, body: ownPassword,
      response: { 201: z.object({ uri: z.string().describe('otpauth://, for a QR code') }).meta({ id: 'SecondFactorSecret' }), ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      await prove(actor, request.body.password, request.ip);
      const { uri } = await context.db.transaction().execute((tx) => beginSetUp(tx, context, actor, sessionOf(actor)));
      return reply.code(201).send({ uri });
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor/confirm',
    config: own,
    schema: { operationId: 'confirmSecondFactor', tags, summary: 'End the set-up with a first code; from then on each sign-in asks for one', security: onlySession, body: z.strictObject({ code: line(20) }), response: { 200: codes, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const person = sessionOf(actor);
      await context.codeLimits.attempt(person.userId, request.ip);
      const recovery_codes = await context.db.transaction().execute((tx) => confirmSecondFactor(tx, context, actor, person, request.body.code.replaceAll(/\s/g, '')));
      await context.codeLimits.succeeded(person.userId, request.ip);
      changed();
      return { recovery_codes };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor/recovery-codes',
    config: { access: 'viewer', session: true },
    schema: { operationId: 'renewRecoveryCodes', tags, summary: 'Ten new recovery codes; those of before are void', security: onlySession, body: ownPassword, response: { 200: codes, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await prove(actor, request.body.password, request.ip);
      return { recovery_codes: await context.db.transaction().execute((tx) => renewRecoveryCodes(tx, sessionOf(actor))) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor/remove',
    config: { access: 'viewer', session: true },
    schema: { operationId: 'removeSecondFactor', tags, summary: 'Sign in without a code from now on', security: onlySession, body: ownPassword, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await prove(actor, request.body.password, request.ip);
      await context.db.transaction().execute((tx) => removeSecondFactor(tx, actor, sessionOf(actor)));
      changed();
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/agents/:id/reset-second-factor',
    config: { access: 'admin', area: 'agents' },
    schema: {
      operationId: 'resetSecondFactor', tags, summary: 'Take away a colleague’s second factor, for one who has lost it', params: z.strictObject({ id: idInPath }), response: { 200: done, ...problems },
      description: 'Their sessions end. Where their role must have one, they set up a new one when they sign in.',
    },
    handler: async (request) => {
      await context.db.transaction().execute((tx) => resetSecondFactor(tx, agentOf(request), request.params.id));
      changed();
      return { ok: true as const };
    },
  });

  function changed(): void {
    context.wake.say('access');
    context.wake.say('events');
  }

  /** A session that somebody else has got hold of must not change how its owner signs in. */
  async function prove(actor: AgentActor, password: string, ip: string): Promise<void> {
    try {
      await provePassword(context, { email: actor.email, password }, ip);
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign_in_failed') throw fieldProblem('password', 'wrong_password', 'This is not your password');
      throw error;
    }
  }
}
