import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { CalendarHours, Exception, Holiday, HolidaySource, WeekHours } from './calendars.schemas.ts';

export type CalendarRow = {
  id: number;
  name: string;
  is_default: boolean;
  time_zone: string | null;
  week: WeekHours | null;
  holidays: HolidaySource | null;
  exceptions: Exception[];
  used_by: { type: 'brand' | 'agent'; id: number; name: string }[];
  created_at: Date;
  updated_at: Date;
};

/** Brands by brands_calendar, agents by agents_calendar; of both, some hundred at most. */
const read = (scope: Scope) => sql`
  select c.id, c.name, c.is_default, c.time_zone, c.week, c.holidays, c.exceptions, c.created_at, c.updated_at,
    (select coalesce(json_agg(json_build_object('type', u.type, 'id', u.id, 'name', u.name) order by u.type desc, u.id), '[]') from (
      (select 'brand' as type, b.id, b.name from brands b
        where b.workspace_id = c.workspace_id and b.calendar_id = c.id and ${brandVisible(scope, sql`b.id`)} order by b.id limit 100)
      union all
      (select 'agent', a.id, a.name from agents a where a.workspace_id = c.workspace_id and a.calendar_id = c.id order by a.id limit 100)) u) as used_by
  from calendars c where c.workspace_id = ${scope.workspaceId}`;

/** Oldest first. Index: the primary key. */
export async function listCalendars(db: Queryable, scope: Scope, { after, limit }: { after: number; limit: number }): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`${read(scope)} and c.id > ${after} order by c.id limit ${limit}`.execute(db);
  return rows;
}

export async function findCalendar(db: Queryable, scope: Scope, calendarId: number, { lock = false } = {}): Promise<CalendarRow | null> {
  const { rows } = await sql<CalendarRow>`${read(scope)} and c.id = ${calendarId} ${lock ? sql`for no key update of c` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** Whether a brand or an agent keeps it, also one that the asker does not see. Indexes: brands_calendar, agents_calendar. */
export async function isInUse(db: Queryable, workspaceId: number, calendarId: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from brands where workspace_id = ${workspaceId} and calendar_id = ${calendarId})
      or exists (select from agents where workspace_id = ${workspaceId} and calendar_id = ${calendarId}) as used`.execute(db);
  return rows[0]?.used ?? false;
}

export async function countCalendars(db: Queryable, workspaceId: number, cap: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from calendars where workspace_id = ${workspaceId} limit ${cap}) c`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The days off that follow from `holidays`, through the end of a year. */
export type StoredHolidays = { days: Holiday[]; until: number | null };

export type CalendarValues = Pick<CalendarRow, 'name' | 'time_zone' | 'week' | 'holidays' | 'exceptions'>;

export async function insertCalendar(tx: Tx, workspaceId: number, values: CalendarValues & { is_default: boolean }, { days, until }: StoredHolidays): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into calendars (workspace_id, name, is_default, time_zone, week, holidays, exceptions, holiday_days, holidays_until)
    values (${workspaceId}, ${values.name}, ${values.is_default}, ${values.time_zone}, ${orNull(values.week)}, ${orNull(values.holidays)}, ${json(values.exceptions)}, ${json(days)}, ${until})
    returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

/** Without `stored`, the days off stay as they are. */
export async function updateCalendarRow(tx: Tx, workspaceId: number, calendarId: number, values: CalendarValues, stored: StoredHolidays | null): Promise<void> {
  await sql`
    update calendars set name = ${values.name}, time_zone = ${values.time_zone}, week = ${orNull(values.week)}, holidays = ${orNull(values.holidays)}, exceptions = ${json(values.exceptions)},
      ${stored ? sql`holiday_days = ${json(stored.days)}, holidays_until = ${stored.until},` : sql``} updated_at = now()
    where workspace_id = ${workspaceId} and id = ${calendarId}`.execute(tx);
}

export async function deleteCalendarRow(tx: Tx, workspaceId: number, calendarId: number): Promise<void> {
  await sql`delete from calendars where workspace_id = ${workspaceId} and id = ${calendarId}`.execute(tx);
}

/** Moves the mark of the default; takes turns with whoever else does. Returns whose it was. */
export async function moveDefault(tx: Tx, workspaceId: number, calendarId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`update calendars set is_default = false, updated_at = now() where workspace_id = ${workspaceId} and is_default and id <> ${calendarId} returning id`.execute(tx);
  await sql`update calendars set is_default = true where workspace_id = ${workspaceId} and id = ${calendarId}`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Whoever makes or moves the default takes this first. */
export async function lockCalendars(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select from identity.workspaces where id = ${workspaceId} for no key update`.execute(tx);
}

/** Index: calendars_default. */
export async function findDefaultCalendar(db: Queryable, workspaceId: number): Promise<{ id: number; week: WeekHours | null } | null> {
  const { rows } = await sql<{ id: number; week: WeekHours | null }>`select id, week from calendars where workspace_id = ${workspaceId} and is_default`.execute(db);
  return rows[0] ?? null;
}

export async function updateWeek(tx: Tx, workspaceId: number, calendarId: number, week: WeekHours | null): Promise<void> {
  await sql`update calendars set week = ${orNull(week)}, updated_at = now() where workspace_id = ${workspaceId} and id = ${calendarId}`.execute(tx);
}

/** The week of a brand `b`: of its own calendar, else of the default; by the primary key, or by calendars_default. */
export const weekOfBrand = sql<WeekHours | null>`(select c.week from calendars c where c.workspace_id = b.workspace_id and (c.id = b.calendar_id or (b.calendar_id is null and c.is_default)))`;

type StoredHours = { id: number | null; time_zone: string; week: WeekHours | null; exceptions: Exception[] | null; holiday_days: Holiday[] | null };
const hours = sql`coalesce(c.time_zone, w.time_zone) as time_zone, c.week, c.exceptions, c.holiday_days`;
const toHours = ({ time_zone, week, exceptions, holiday_days }: StoredHours): CalendarHours => ({ timeZone: time_zone, week, exceptions: exceptions ?? [], holidays: holiday_days ?? [] });

/** What a calendar says, for the calculator; null when there is none. */
export async function readHours(db: Queryable, workspaceId: number, calendarId: number): Promise<CalendarHours | null> {
  const { rows } = await sql<StoredHours>`
    select c.id, ${hours} from calendars c join identity.workspaces w on w.id = c.workspace_id where c.workspace_id = ${workspaceId} and c.id = ${calendarId}`.execute(db);
  return rows[0] ? toHours(rows[0]) : null;
}

/** By brand: the hours of the calendar it names, else of the default; around the clock where there is none yet. Brands of one calendar share their object. */
export function readHoursOfBrands(db: Queryable, workspaceId: number, brandIds: readonly number[]): Promise<Map<number, CalendarHours>> {
  return readHoursOf(db, workspaceId, 'brands', brandIds);
}

/** By agent, in the same way. */
export function readHoursOfAgents(db: Queryable, workspaceId: number, agentIds: readonly number[]): Promise<Map<number, CalendarHours>> {
  return readHoursOf(db, workspaceId, 'agents', agentIds);
}

async function readHoursOf(db: Queryable, workspaceId: number, keepers: 'brands' | 'agents', ids: readonly number[]): Promise<Map<number, CalendarHours>> {
  const { rows } = await sql<StoredHours & { keepers: number[] }>`
    select c.id, array_agg(k.id) as keepers, ${hours}
    from ${sql.table(keepers)} k join identity.workspaces w on w.id = k.workspace_id
    left join calendars c on c.workspace_id = k.workspace_id and (c.id = k.calendar_id or (k.calendar_id is null and c.is_default))
    where k.workspace_id = ${workspaceId} and k.id = any(${[...ids]}::bigint[])
    group by c.workspace_id, c.id, w.id`.execute(db);
  const result = new Map<number, CalendarHours>();
  for (const row of rows) {
    const shared = toHours(row);
    for (const keeper of row.keepers) result.set(Number(keeper), shared);
  }
  return result;
}

export async function findDefaultZone(db: Queryable, workspaceId: number): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from identity.workspaces where id = ${workspaceId}`.execute(db);
  return rows[0]?.time_zone ?? 'UTC';
}

/** Calendars whose holidays are not known through the end of `year`. */
export async function findWithFewHolidays(db: Queryable, workspaceId: number, year: number): Promise<{ id: number; holidays: HolidaySource }[]> {
  const { rows } = await sql<{ id: number; holidays: HolidaySource }>`
    select id, holidays from calendars where workspace_id = ${workspaceId} and holidays is not null and coalesce(holidays_until, 0) < ${year} order by id`.execute(db);
  return rows;
}

/** Only if it still asks for the same. */
export async function storeHolidays(alone: Alone, workspaceId: number, calendarId: number, source: HolidaySource, { days, until }: StoredHolidays): Promise<void> {
  await sql`update calendars set holiday_days = ${json(days)}, holidays_until = ${until} where workspace_id = ${workspaceId} and id = ${calendarId} and holidays = ${json(source)}::jsonb`.execute(alone);
}

const orNull = (value: unknown) => (value === null ? sql`null` : sql`${json(value)}::jsonb`);

/** Whether there is one of this id. */
export async function isCalendar(db: Queryable, workspaceId: number, calendarId: number): Promise<boolean> {
  const { rows } = await sql`select from calendars where workspace_id = ${workspaceId} and id = ${calendarId}`.execute(db);
  return rows.length > 0;
}
