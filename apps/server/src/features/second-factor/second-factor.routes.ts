import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { agentOf, onlySession, sessionOf } from '../../platform/http/access.ts';
import { idInPath, line, problemShape } from '../../platform/http/shapes.ts';
import { ownProof, provePerson } from '../passkeys/index.ts';
import { beginSetUp, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, resetSecondFactor } from './second-factor.commands.ts';
import { findRequiredRoles, findSecondSteps } from './second-factor.queries.ts';

const tags = ['Second factor'];
const problems = { '4xx': problemShape };
const done = z.object({ ok: z.literal(true) });
const codes = z.object({ recovery_codes: z.array(z.string()).describe('Ten, each good for one sign-in; shown this once. None where those of before stay good') }).meta({ id: 'RecoveryCodes' });
const state = z.object({
  on: z.boolean().describe('The password alone does not sign in'), app: z.boolean().describe('An authenticator app is set up'), passkeys: z.int(),
  required: z.boolean().describe('The own role must have one'), recovery_codes: z.int().describe('How many are left'),
}).meta({ id: 'SecondFactor' });

/** The own second factor (a code from an app, RFC 6238), and the reset of a colleague's. */
export function secondFactorRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const own = { access: 'client', session: true, withoutSecondFactor: true } as const;

  app.route({
    method: 'GET',
    url: '/api/v1/me/second-factor',
    config: own,
    schema: { operationId: 'getSecondFactor', tags, summary: 'Whether the own sign-in asks for more than the password', security: onlySession, response: { 200: state, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const [steps, required] = await Promise.all([findSecondSteps(context.db, sessionOf(actor).userId), findRequiredRoles(context.db, actor.scope.workspaceId)]);
      return { ...steps, on: steps.app || steps.passkeys > 0, required: required.includes(actor.role) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor',
    config: own,
    schema: {
      operationId: 'beginSecondFactor', tags, summary: 'Begin the set-up: a secret for an authenticator app', security: onlySession, body: ownProof,
      response: { 201: z.object({ uri: z.string().describe('otpauth://, for a QR code') }).meta({ id: 'SecondFactorSecret' }), ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      await provePerson(context, actor, request.body, request.ip);
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
    config: { access: 'client', session: true },
    schema: { operationId: 'renewRecoveryCodes', tags, summary: 'Ten new recovery codes; those of before are void', security: onlySession, body: ownProof, response: { 200: codes, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await provePerson(context, actor, request.body, request.ip);
      return { recovery_codes: await context.db.transaction().execute((tx) => renewRecoveryCodes(tx, sessionOf(actor))) };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/second-factor/remove',
    config: { access: 'client', session: true },
    schema: { operationId: 'removeSecondFactor', tags, summary: 'Take the authenticator app away', security: onlySession, body: ownProof, response: { 200: done, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await provePerson(context, actor, request.body, request.ip);
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
      operationId: 'resetSecondFactor', tags, summary: 'Take away a colleague’s app, passkeys and recovery codes, for one who has lost them', params: z.strictObject({ id: idInPath }), response: { 200: done, ...problems },
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
}
