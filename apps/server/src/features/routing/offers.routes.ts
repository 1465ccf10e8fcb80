import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { acceptOffer, declineOffer } from './offers.commands.ts';
import { awayByMissing, findOwnOffer, listOwnOffers } from './offers.queries.ts';
import { toOffer } from './offers.views.ts';
import { declineBody, offerShape, ownOffersShape } from './routing.schemas.ts';

const tags = ['Routing'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** What is offered to whoever asks: everybody sees and answers their own alone. */
export function offerRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock, wake } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function answered(actor: AgentActor, id: number, work: (tx: Tx) => Promise<void>) {
    await db.transaction().execute(work);
    wake.say('events');
    wake.say('offers');
    const offer = await findOwnOffer(db, { agentId: actor.id, scope: actor.scope }, id);
    if (!offer) throw notFound('offer');
    return toOffer(offer, clock.now());
  }

  app.route({
    method: 'GET',
    url: '/api/v1/offers',
    config: { access: 'agent' },
    schema: { operationId: 'listOffers', tags, summary: 'What is offered to you now', response: { 200: ownOffersShape, ...problems } },
    handler: async (request) => {
      const { id: agentId, scope } = agentOf(request);
      const now = clock.now();
      const offers = await listOwnOffers(db, { agentId, scope, now });
      const since = await awayByMissing(db, scope.workspaceId, agentId);
      return { items: offers.map((offer) => toOffer(offer, now)), away_since: since?.toISOString() ?? null };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/offers/:id/accept',
    config: { access: 'agent' },
    schema: { operationId: 'acceptOffer', tags, summary: 'Take the ticket that is offered to you', params, response: { 200: offerShape, ...problems }, description: 'It becomes yours. Of an offer that is over: 409, with how it ended as the code of the field `offer`.' },
    handler: (request) => {
      const actor = agentOf(request);
      return answered(actor, request.params.id, (tx) => acceptOffer(tx, actor, request.params.id, clock.now()));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/offers/:id/decline',
    config: { access: 'agent' },
    schema: { operationId: 'declineOffer', tags, summary: 'Let the ticket that is offered to you go on to somebody else', params, body: declineBody, response: { 200: offerShape, ...problems }, description: 'You are not offered it again in this round.' },
    handler: (request) => {
      const actor = agentOf(request);
      return answered(actor, request.params.id, (tx) => declineOffer(tx, actor, request.params.id, request.body.note, clock.now()));
    },
  });
}
