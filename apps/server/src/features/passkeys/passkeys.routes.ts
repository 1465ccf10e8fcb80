import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf, onlySession, sessionOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { challengeIn, checkAttestation } from './ceremonies.ts';
import { newChallenge, useChallenge } from './challenges.ts';
import { addPasskey, mostPasskeys, removePasskey } from './passkeys.commands.ts';
import { findPasskey, listPasskeys, renamePasskeyRow } from './passkeys.queries.ts';
import { attestation, creationOptions, ownProof, passkeyList, passkeyName, passkeyShape, requestOptions } from './passkeys.schemas.ts';
import { toCreationOptions, toPasskey, toRequestOptions } from './passkeys.views.ts';
import { placeOf, type Place } from './place.ts';
import { provePerson } from './prove-person.ts';
import { suggestName } from './suggest-name.ts';

const tags = ['Passkeys'];
const problems = { '4xx': problemShape };
const withId = z.strictObject({ id: idInPath });

/** A person's own passkeys, on a screen only. Adding one is open to who must first set up a second factor: it is one. */
export function passkeyRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const own = { access: 'client', session: true, withoutSecondFactor: true } as const;
  const { db } = context;

  app.route({
    method: 'GET',
    url: '/api/v1/me/passkeys',
    config: own,
    schema: { operationId: 'listPasskeys', tags, summary: 'The own passkeys', security: onlySession, response: { 200: passkeyList, ...problems } },
    handler: async (request) => {
      const place = placeOf(context.config.publicUrl);
      const rows = await listPasskeys(db, sessionOf(agentOf(request)).userId);
      const none = typeof place === 'string';
      return { items: rows.map((row) => toPasskey(row, none ? null : place.rpId)), next_cursor: null, possible: none ? place : ('yes' as const), address: new URL(context.config.publicUrl).origin };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/passkeys/begin',
    config: own,
    schema: { operationId: 'beginPasskey', tags, summary: 'Begin a new passkey: what the browser is to make', security: onlySession, body: ownProof, response: { 200: creationOptions, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id, userId } = sessionOf(actor);
      const place = thePlace();
      await provePerson(context, actor, request.body, request.ip);
      const has = await listPasskeys(db, userId);
      if (has.length >= mostPasskeys) throw new Problem('too_many_passkeys');
      return toCreationOptions(await newChallenge(context, 'add', { session: id }, { userId }), place, { userId, email: actor.email, name: actor.name }, has);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/passkeys',
    config: own,
    schema: {
      operationId: 'addPasskey', tags, summary: 'Add the passkey that the browser made', security: onlySession,
      body: z.strictObject({ name: passkeyName.optional().describe('What keeps it, or the browser, without it'), credential: attestation }),
      response: { 201: z.object({ passkey: passkeyShape, recovery_codes: z.array(z.string()).describe('Ten with the first second step of a person, shown this once; else none') }).meta({ id: 'AddedPasskey' }), ...problems },
      description: 'From then on the password alone signs nobody in. With the first second step of a person their other sessions end.',
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const place = thePlace();
      const { name, credential } = request.body;
      const userAgent = request.headers['user-agent'] ?? null;
      const challenge = challengeIn(credential.client_data);
      await useChallenge(context, challenge, 'add', { session: sessionOf(actor).id });
      const attested = await checkAttestation(credential, challenge, place);
      const { passkey, recoveryCodes } = await db.transaction().execute((tx) => addPasskey(tx, context, actor, { ...attested, rpId: place.rpId, transports: credential.transports, name: name ?? suggestName(attested.aaguid, userAgent) }));
      changed();
      return reply.code(201).send({ passkey: toPasskey(passkey, place.rpId), recovery_codes: recoveryCodes });
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/passkeys/prove',
    config: own,
    schema: { operationId: 'askForPasskey', tags, summary: 'What to ask the browser, to show a passkey in place of the password', security: onlySession, response: { 200: requestOptions, ...problems } },
    handler: async (request) => {
      const { id, userId } = sessionOf(agentOf(request));
      const options = toRequestOptions('', thePlace(), await listPasskeys(db, userId));
      if (options.allowCredentials.length === 0) throw notFound('passkey');
      return { ...options, challenge: await newChallenge(context, 'prove', { session: id }, { userId }) };
    },
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/me/passkeys/:id',
    config: { access: 'client', session: true },
    schema: { operationId: 'renamePasskey', tags, summary: 'Give a passkey another name', security: onlySession, params: withId, body: z.strictObject({ name: passkeyName }), response: { 200: passkeyShape, ...problems } },
    handler: async (request) => {
      const row = await renamePasskeyRow(db, sessionOf(agentOf(request)).userId, request.params.id, request.body.name);
      if (!row) throw notFound('passkey');
      const place = placeOf(context.config.publicUrl);
      return toPasskey(row, typeof place === 'string' ? null : place.rpId);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/me/passkeys/:id/remove',
    config: { access: 'client', session: true },
    schema: { operationId: 'removePasskey', tags, summary: 'Remove a passkey; all other sessions end', security: onlySession, params: withId, body: ownProof, response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      if (!(await findPasskey(db, sessionOf(actor).userId, request.params.id))) throw notFound('passkey');
      await provePerson(context, actor, request.body, request.ip);
      await db.transaction().execute((tx) => removePasskey(tx, actor, request.params.id));
      changed();
      return { ok: true as const };
    },
  });

  function changed(): void {
    context.wake.say('access');
    context.wake.say('events');
  }

  function thePlace(): Place {
    const place = placeOf(context.config.publicUrl);
    if (typeof place === 'string') throw new Problem('passkeys_not_possible');
    return place;
  }
}
