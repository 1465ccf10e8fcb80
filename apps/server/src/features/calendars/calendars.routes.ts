import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { createCalendar, removeCalendar, updateCalendar } from './calendars.commands.ts';
import { findCalendar, findDefaultZone, listCalendars, readHours, type CalendarRow } from './calendars.queries.ts';
import { calendarListQuery, calendarShape, createCalendarBody, holidayCountriesShape, previewBody, previewShape, updateCalendarBody, type HolidaySource } from './calendars.schemas.ts';
import { daysOff, holidayCountries, holidaysOf } from './holidays/holidays.ts';
import { previewOf } from './preview.ts';
import { findDaysOff } from './stored-holidays.ts';

const tags = ['Calendars'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
const removed = z.object({ ok: z.literal(true) });

/** Opening hours, shared by brands. */
export function calendarRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db, clock } = context;

  app.route({
    method: 'GET',
    url: '/api/v1/calendars',
    config: { access: 'viewer' },
    schema: { operationId: 'listCalendars', tags, summary: 'Opening hours, oldest first', querystring: calendarListQuery, response: { 200: page(calendarShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, onlyId);
      const rows = await listCalendars(db, agentOf(request).scope, { after, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], toCalendar);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/calendars',
    config: { access: 'admin' },
    schema: { operationId: 'createCalendar', tags, summary: 'Add opening hours', body: createCalendarBody, response: { 201: calendarShape, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const stored = await daysOffOf(request.body.holidays);
      const { calendarId } = await db.transaction().execute((tx) => createCalendar(tx, actor, request.body, stored));
      context.wake.say('events');
      return reply.code(201).send(await shown(actor.scope, calendarId));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/calendars/:id',
    config: { access: 'viewer' },
    schema: { operationId: 'getCalendar', tags, summary: 'One calendar', params, response: { 200: calendarShape, ...problems } },
    handler: (request) => shown(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/calendars/:id',
    config: { access: 'admin' },
    schema: { operationId: 'updateCalendar', tags, summary: 'Change opening hours', params, body: updateCalendarBody, response: { 200: calendarShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id } = request.params;
      await shown(actor.scope, id);
      const stored = await daysOffOf(request.body.holidays);
      await db.transaction().execute((tx) => updateCalendar(tx, actor, id, request.body, stored));
      context.wake.say('events');
      return shown(actor.scope, id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/calendars/:id',
    config: { access: 'admin' },
    schema: { operationId: 'removeCalendar', tags, summary: 'Remove opening hours that no brand and no agent keeps', params, response: { 200: removed, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => removeCalendar(tx, actor, request.params.id));
      context.wake.say('events');
      return { ok: true as const };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/calendars/:id/preview',
    config: { access: 'viewer' },
    schema: { operationId: 'getCalendarPreview', tags, summary: 'Whether it is open now, and when it opens next', params, response: { 200: previewShape, ...problems } },
    handler: async (request) => {
      const { workspaceId } = agentOf(request).scope;
      const hours = await readHours(db, workspaceId, request.params.id);
      if (!hours) throw notFound('calendar');
      const year = clock.now().getUTCFullYear();
      return previewOf(hours, hours.holidays.filter(({ date }) => date.startsWith(`${year}-`)), year, clock.now());
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/calendars/preview',
    config: { access: 'admin' },
    schema: { operationId: 'previewCalendar', tags, summary: 'What hours mean that are not saved yet', body: previewBody, response: { 200: previewShape, ...problems } },
    handler: async (request) => {
      const { workspaceId } = agentOf(request).scope;
      const { time_zone, week, holidays: source, exceptions, year: asked } = request.body;
      const now = clock.now();
      const thisYear = now.getUTCFullYear();
      const year = asked ?? thisYear;
      const timeZone = time_zone ?? (await findDefaultZone(db, workspaceId));
      const years = source ? await Promise.all([...new Set([year, thisYear, thisYear + 1])].map((each) => holidaysOf(source, each))) : [];
      const hours = { timeZone, week, exceptions, holidays: source ? daysOff(years.flat(), source) : [] };
      return previewOf(hours, years[0] ?? [], year, now);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/calendars/holiday-countries',
    config: { access: 'admin' },
    schema: { operationId: 'listHolidayCountries', tags, summary: 'Countries and regions whose public holidays are known', response: { 200: holidayCountriesShape, ...problems } },
    handler: async () => ({ items: await holidayCountries() }),
  });

  /** @throws Problem invalid_input for a country or region that is not known */
  async function daysOffOf(source: HolidaySource | null | undefined) {
    if (!source) return null;
    const known = (await holidayCountries()).find(({ country }) => country === source.country);
    if (!known) throw fieldProblem('holidays.country', 'not_found', 'The holidays of this country are not known');
    if (source.region !== null && !known.regions.some(({ code }) => code === source.region)) throw fieldProblem('holidays.region', 'not_found', 'The holidays of this region are not known');
    return findDaysOff(source, clock.now());
  }

  async function shown(scope: Scope, calendarId: number) {
    const row = await findCalendar(db, scope, calendarId);
    if (!row) throw notFound('calendar');
    return toCalendar(row);
  }
}

function toCalendar({ created_at, updated_at, ...row }: CalendarRow) {
  return { ...row, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
