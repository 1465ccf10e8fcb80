import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { agentOf } from '../../platform/http/access.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { openHours, readHoursOfAgents } from '../calendars/index.ts';
import { addDays, dayIn, startOf } from './days.rules.ts';
import { agentsNeeded, averageWait, loadOf, serviceLevel, waitProbability, withShrinkage } from './erlang-c.ts';
import { findZone } from './labels.queries.ts';
import { countingPercent } from './progress.queries.ts';
import { readWithin } from './read-within.ts';
import { listRostered, readArrivals, readHandling, type Rostered } from './staffing.queries.ts';
import { planWeek, shiftsOf, spanAround, type Person } from './staffing.rules.ts';
import { calculationQuery, calculationShape, staffingQuery, staffingShape } from './staffing.schemas.ts';

const tags = ['Reports'];
const problems = { '4xx': problemShape };

/** How many it takes, and how many are there. */
export function staffingRoutes(server: FastifyInstance, { db, clock }: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/reports/staffing',
    config: { access: 'lead' },
    schema: { operationId: 'getStaffing', tags, summary: 'How many people each half hour of a week takes, and how many are on shift', querystring: staffingQuery, response: { 200: staffingShape, ...problems } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const { brand, team, channel, weeks, handling_seconds: given, target, within_seconds: withinSeconds, shrinkage } = request.query;
      const zone = await findZone(db, scope.workspaceId);
      const thisMonday = startOf('week', dayIn(zone)(clock.now().getTime()));
      const [since, until, week] = [addDays(thisMonday, -7 * weeks), addDays(thisMonday, -1), addDays(thisMonday, 7)];
      const wanted = { scope, since, until, narrow: { channel, ...(brand === undefined ? {} : { brandId: brand }), ...(team === undefined ? {} : { team: String(team) }) } };
      const arrivals = await readWithin(db, (tx) => readArrivals(tx, wanted, zone));
      const measured = given === undefined ? await readWithin(db, (tx) => readHandling(tx, wanted)) : null;
      const seconds = given ?? measured;
      const people = await rosterOf(db, scope, team ?? null, week);
      const terms = { weeks, handlingSeconds: seconds ?? 1, target: { share: target / 100, withinSeconds }, shrinkage: shrinkage / 100 };
      const intervals = planWeek(arrivals, shiftsOf(people, week, zone), terms);
      return {
        since, until, week, time_zone: zone, counting: await countingPercent(db, scope.workspaceId), people: people.length,
        tickets: arrivals.reduce((sum, { tickets }) => sum + tickets, 0),
        handling: seconds === null ? null : { seconds, from: given === undefined ? ('wrap_ups' as const) : ('given' as const) },
        intervals: seconds === null ? intervals.map((each) => ({ ...each, needed: null, planned: null, reached: null })) : intervals,
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/reports/staffing/calculation',
    config: { access: 'agent' },
    schema: { operationId: 'calculateStaffing', tags, summary: 'How many people so many calls take', querystring: calculationQuery, response: { 200: calculationShape, ...problems } },
    handler: async (request) => {
      const { calls_per_hour: calls, handling_seconds: handlingSeconds, target, within_seconds: withinSeconds, shrinkage } = request.query;
      const traffic = { calls, handlingSeconds };
      const agents = agentsNeeded(traffic, { share: target / 100, withinSeconds });
      const load = loadOf(traffic);
      return {
        agents, planned: withShrinkage(agents, shrinkage / 100), load, service_level: serviceLevel(traffic, agents, withinSeconds),
        waits: waitProbability(load, agents), average_wait_seconds: averageWait(traffic, agents) ?? 0, occupancy: agents === 0 ? 0 : load / agents,
      };
    },
  });
}

async function rosterOf(db: Context['db'], { workspaceId }: AgentActor['scope'], teamId: number | null, week: string): Promise<Person[]> {
  const { from, to } = spanAround(week);
  const rostered = await listRostered(db, workspaceId, teamId, from, to);
  const hours = openHours(await readHoursOfAgents(db, workspaceId, rostered.map(({ id }) => id)));
  const spans = (those: Rostered['off']) => those.map((each) => ({ from: new Date(each.from), to: new Date(each.to) }));
  return rostered.flatMap(({ id, off, shifts }) => {
    const open = hours.get(id);
    return open ? [{ hours: open, timeOff: spans(off), shifts: spans(shifts) }] : [];
  });
}
