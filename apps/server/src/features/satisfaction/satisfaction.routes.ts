import { languages } from '@ombud/i18n';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, momentAndId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { findTicketState, listMerged, numberInPath } from '../tickets/index.ts';
import { listAnswers, listSurveys, readFigures } from './answers.queries.ts';
import { answerListQuery, answerShape, figuresQuery, figuresShape, surveyList } from './answers.schemas.ts';
import { dayOf } from './ask.queries.ts';
import { toAnswer, toFigures, toSettings, toSurvey } from './satisfaction.views.ts';
import { replaceSettings } from './settings.commands.ts';
import { findSettings, listSettings } from './settings.queries.ts';
import { replaceSatisfactionSettings, satisfactionSettingsList, satisfactionSettingsShape } from './settings.schemas.ts';
import { surveyWords } from './survey-words.ts';

const tags = ['Satisfaction'];
const problems = { '4xx': problemShape };
const day = 86_400_000;

/** What customers answered, each to who sees the ticket; and how a brand asks them, which leads decide. */
export function satisfactionRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/satisfaction',
    config: { access: 'viewer' },
    schema: { operationId: 'listSatisfactionAnswers', tags, summary: 'What customers answered, newest first', querystring: answerListQuery, response: { 200: page(answerShape), ...problems } },
    handler: async (request) => {
      const { brand, score, show, since, until, cursor, limit } = request.query;
      const [moment, id] = cursor === undefined ? [] : decodeCursor(cursor, momentAndId);
      const rows = await listAnswers(
        db,
        agentOf(request).scope,
        { brandId: brand, score, unfinished: show === 'unfinished', ...(since ? { since: new Date(since) } : {}), ...(until ? { until: new Date(until) } : {}) },
        { ...(moment !== undefined && id !== undefined ? { before: { moment, id } } : {}), limit: limit + 1 },
      );
      return toPage(rows, limit, (row) => [row.cursor_moment, row.id], toAnswer);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/satisfaction/figures',
    config: { access: 'viewer' },
    schema: { operationId: 'getSatisfactionFigures', tags, summary: 'How many were asked, how many answered, and the average', querystring: figuresQuery, response: { 200: figuresShape, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { brand, days } = request.query;
      const until = await dayOf(db, scope.workspaceId, clock.now());
      const since = new Date(Date.parse(until) - (days - 1) * day).toISOString().slice(0, 10);
      return toFigures(await readFigures(db, scope, { ...(brand === undefined ? {} : { brandId: brand }), since, until }), { since, until });
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/tickets/:number/satisfaction',
    config: { access: 'viewer' },
    schema: { operationId: 'listTicketSatisfaction', tags, summary: 'Whether the customer is asked, and what they answered; of what was merged into the ticket too', params: numberInPath, response: { 200: surveyList, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const ticket = await findTicketState(db, scope, { number: request.params.number });
      if (!ticket) throw notFound('ticket');
      const whole = await listMerged(db, scope.workspaceId, ticket.id);
      return { items: (await listSurveys(db, scope.workspaceId, whole.map(({ id }) => id))).map(toSurvey) };
    },
  });
}

export function satisfactionSettingsRoutes(server: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/satisfaction-settings',
    config: { access: 'lead' },
    schema: { operationId: 'listSatisfactionSettings', tags, summary: 'How each brand that you see asks its customers', response: { 200: satisfactionSettingsList, ...problems } },
    handler: async (request) => ({
      items: (await listSettings(db, agentOf(request).scope)).map(toSettings),
      defaults: Object.fromEntries(languages.map((language) => [language, { question: surveyWords[language].question, scores: [...surveyWords[language].scores], note: surveyWords[language].note }])) as z.infer<typeof satisfactionSettingsList>['defaults'], // every language
    }),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/satisfaction-settings/:brand',
    config: { access: 'lead' },
    schema: { operationId: 'replaceSatisfactionSettings', tags, summary: 'Set how a brand asks its customers', params: z.strictObject({ brand: idInPath }), body: replaceSatisfactionSettings, response: { 200: satisfactionSettingsShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { brand } = request.params;
      await db.transaction().execute((tx) => replaceSettings(tx, actor, brand, request.body, clock.now()));
      context.wake.say('events');
      const row = await findSettings(db, actor.scope, brand);
      if (!row) throw notFound('brand');
      return toSettings(row);
    },
  });
}
