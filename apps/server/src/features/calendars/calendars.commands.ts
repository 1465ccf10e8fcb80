import { isDeepStrictEqual } from 'node:util';
import { systemActor, type Actor, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { countCalendars, deleteCalendarRow, findCalendar, findDefaultCalendar, insertCalendar, isInUse, lockCalendars, moveDefault, updateCalendarRow, updateWeek, type CalendarValues, type StoredHolidays } from './calendars.queries.ts';
import type { CreateCalendarBody, UpdateCalendarBody, WeekHours } from './calendars.schemas.ts';

/** More than anybody has countries to work in. */
export const mostCalendars = 200;
const noDays: StoredHolidays = { days: [], until: null };

/** `stored`: the days off of its holidays, which are found before the transaction. @throws Problem still_in_use when there are too many */
export async function createCalendar(tx: Tx, actor: AgentActor, body: CreateCalendarBody, stored: StoredHolidays | null): Promise<{ calendarId: number }> {
  const { workspaceId } = actor.scope;
  await lockCalendars(tx, workspaceId);
  if ((await countCalendars(tx, workspaceId, mostCalendars)) >= mostCalendars) throw inUse('limit', 'There are too many calendars: delete one first');
  const values: CalendarValues = { name: body.name, time_zone: body.time_zone ?? null, week: body.week ?? null, holidays: body.holidays ?? null, exceptions: body.exceptions ?? [] };
  const isFirst = (await findDefaultCalendar(tx, workspaceId)) === null;
  const calendarId = await insertCalendar(tx, workspaceId, { ...values, is_default: isFirst }, stored ?? noDays);
  await appendEvent(tx, actor, { type: 'calendar.created', data: { calendar_id: calendarId } });
  return { calendarId };
}

/** @throws Problem not_found */
export async function updateCalendar(tx: Tx, actor: AgentActor, calendarId: number, body: UpdateCalendarBody, stored: StoredHolidays | null): Promise<void> {
  const { workspaceId } = actor.scope;
  if (body.is_default) await lockCalendars(tx, workspaceId);
  const before = await findCalendar(tx, actor.scope, calendarId, { lock: true });
  if (!before) throw notFound('calendar');
  const changes = changedFields(before, body, ['name', 'week', 'holidays', 'exceptions']);
  if (!changes) return;
  const after = { ...before, ...body };
  await updateCalendarRow(tx, workspaceId, calendarId, after, after.holidays === null ? noDays : stored);
  if (changes['is_default']) {
    const former = await moveDefault(tx, workspaceId, calendarId);
    if (former !== null) await appendEvent(tx, actor, { type: 'calendar.updated', data: { calendar_id: former, changes: { is_default: { from: true, to: false } } } });
  }
  await appendEvent(tx, actor, { type: 'calendar.updated', data: { calendar_id: calendarId, changes } });
}

/** @throws Problem not_found; still_in_use for the default and for one that a brand or an agent keeps */
export async function removeCalendar(tx: Tx, actor: AgentActor, calendarId: number): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await findCalendar(tx, actor.scope, calendarId, { lock: true });
  if (!row) throw notFound('calendar');
  if (row.is_default) throw inUse('is_default', 'The default calendar cannot be deleted: make another one the default first');
  if (await isInUse(tx, workspaceId, calendarId)) throw inUse('used_by', 'Brands or agents keep these hours: give them another calendar first');
  await deleteCalendarRow(tx, workspaceId, calendarId);
  await appendEvent(tx, actor, { type: 'calendar.removed', data: { calendar_id: calendarId } });
}

/** The default calendar of a new workspace: open around the clock, unless hours are known already. */
export async function createDefaultCalendar(tx: Tx, workspaceId: number, hours: Partial<Pick<CalendarValues, 'week' | 'holidays'>> = {}, stored = noDays): Promise<void> {
  await insertCalendar(tx, workspaceId, { name: '', is_default: true, time_zone: null, week: null, holidays: null, exceptions: [], ...hours }, stored);
}

/** The workspace's hours are those of its default calendar, which is made if there is none. */
export async function setDefaultWeek(tx: Tx, actor: Actor, workspaceId: number, week: WeekHours | null): Promise<void> {
  await lockCalendars(tx, workspaceId);
  if ((await findDefaultCalendar(tx, workspaceId)) === null) await createDefaultCalendar(tx, workspaceId);
  const calendar = await findDefaultCalendar(tx, workspaceId);
  if (!calendar || isDeepStrictEqual(calendar.week, week)) return;
  await updateWeek(tx, workspaceId, calendar.id, week);
  await appendEvent(tx, actor, { type: 'calendar.updated', data: { calendar_id: calendar.id, changes: { week: true } } });
}

/** Tells followers that more holidays are known now. */
export async function noteNewHolidays(tx: Tx, workspaceId: number, calendarId: number): Promise<void> {
  await appendEvent(tx, systemActor(workspaceId), { type: 'calendar.updated', data: { calendar_id: calendarId, changes: { holidays: true } } });
}

function inUse(field: string, message: string): Problem {
  return new Problem('still_in_use', message, [{ field, code: 'still_in_use', message }]);
}
