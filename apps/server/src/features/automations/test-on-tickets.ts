import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import { isDatabaseError, limitStatements } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { decodeCursor, encodeCursor, momentAndId } from '../../platform/http/cursors.ts';
import { matchNewest, readMeaning } from '../views/index.ts';
import { testWindow, type testBody, type testResult } from './automations.schemas.ts';

const pageSize = 50;
const mostMs = 5_000;

/** Asks the same query as a run does, of the newest tickets that the asker sees. @throws Problem invalid_input, invalid_cursor */
export async function testOnTickets(context: Context, actor: AgentActor, { brand = null, trigger, conditions, cursor }: z.output<typeof testBody>): Promise<z.input<typeof testResult>> {
  if (brand !== null && !seesBrand(actor.scope, brand)) throw fieldProblem('brand', 'not_found', 'There is no such brand');
  const scope = { ...actor.scope, brands: brand === null ? actor.scope.brands : [brand] };
  const wanted = await readMeaning(context, { id: 0, scope }, { snoozed: 'any', ...conditions });
  const [moment, id] = cursor === undefined ? [] : decodeCursor(cursor, momentAndId);
  if (!wanted) return { looked_at: 0, matched: 0, tickets: [], next_cursor: null };
  const base = trigger.on === 'time' ? { since: trigger.since, before: new Date(context.clock.now().getTime() - trigger.hours * 3_600_000) } : null;
  const after = moment === undefined || id === undefined ? undefined : { moment, id };
  const { looked, matched, tickets } = await context.db.transaction().execute(async (tx) => {
    await limitStatements(tx, mostMs);
    return matchNewest(tx, scope, wanted, { most: testWindow, limit: pageSize + 1, after, base });
  }).catch((error: unknown) => {
    throw isDatabaseError(error, '57014') ? fieldProblem('conditions', 'too_slow', 'That takes too long: say more closely which tickets') : error;
  });
  const page = tickets.slice(0, pageSize);
  const last = page.at(-1);
  return {
    looked_at: looked,
    matched,
    tickets: page.map(({ number, subject, status }) => ({ number, subject, status })),
    next_cursor: tickets.length > pageSize && last ? encodeCursor([last.moment, last.id]) : null,
  };
}
