import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { findTicketSteps } from '../required-steps/index.ts';
import { findTicketState, numberInPath } from '../tickets/index.ts';
import { stepDoneBody, ticketSteps } from './playbooks.schemas.ts';
import { toTicketSteps } from './playbooks.views.ts';
import { setStepDone } from './ticket-steps.commands.ts';

const tags = ['Playbooks'];
const problems = { '4xx': problemShape };

/** The steps that a ticket's playbooks ask for, and what is done of them. */
export function ticketStepRoutes(server: FastifyInstance, { db, clock, wake, playbooks }: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function stepsOf({ scope }: AgentActor, number: number) {
    const ticket = await findTicketState(db, scope, { number });
    if (!ticket) throw notFound('ticket');
    const known = await playbooks.of(scope.workspaceId);
    const mayHave = known.some(({ brandId }) => brandId === null || brandId === ticket.brand_id);
    return toTicketSteps(mayHave ? await findTicketSteps(db, scope, { id: ticket.id }) : []);
  }

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/steps',
    config: { access: 'viewer' },
    schema: { operationId: 'listTicketSteps', tags, summary: 'The steps that the playbooks which fit a ticket ask for', params: numberInPath, response: { 200: ticketSteps, ...problems } },
    handler: (request) => stepsOf(agentOf(request), request.params.number),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/tickets/:number/steps/:step',
    config: { access: 'agent' },
    schema: {
      operationId: 'setTicketStep', tags, summary: 'Say that a step is done, or not after all', description: 'Only of a step that a person does.',
      params: z.strictObject({ number: idInPath, step: idInPath }), body: stepDoneBody, response: { 200: ticketSteps, ...problems },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const { number, step } = request.params;
      await db.transaction().execute((tx) => setStepDone(tx, actor, { number, stepId: step, done: request.body.done }, clock.now()));
      wake.say('events');
      return stepsOf(actor, number);
    },
  });
}
