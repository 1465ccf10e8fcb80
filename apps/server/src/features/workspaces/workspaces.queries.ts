import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { countryOf } from '../../platform/places/countries.ts';
import type { WeekHours } from '../calendars/index.ts';

export type WorkspaceRow = {
  id: number;
  slug: string;
  name: string;
  default_language: string;
  time_zone: string;
  country: string | null;
  hours: WeekHours | null;
  close_after_hours: number;
  second_factor_roles: string[];
  time_tracking: boolean;
  account_first: boolean;
  demo: boolean;
  /** Its set-up in the browser is not finished. */
  setting_up: boolean;
  created_at: Date;
};

const columns = ['id', 'slug', 'name', 'default_language', 'time_zone', 'country', 'close_after_hours', 'second_factor_roles', 'time_tracking', 'account_first', 'demo', 'created_at'] as const;

/** The hours are those of the default calendar. Index: calendars_default. */
const defaultWeek = sql<WeekHours | null>`(select c.week from calendars c where c.workspace_id = identity.workspaces.id and c.is_default)`.as('hours');

/** With `lock`, the row is the caller's until the commit. */
export async function findWorkspace(db: Queryable, workspaceId: number, { lock = false } = {}): Promise<WorkspaceRow | null> {
  const query = db.selectFrom('identity.workspaces').select(columns).select((eb) => [eb('setup', 'is not', null).$castTo<boolean>().as('setting_up'), defaultWeek]).where('id', '=', workspaceId);
  return (await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst()) ?? null;
}

/** The workspaces of the installation, oldest first; for its operator only. */
export async function listWorkspaces(db: Queryable): Promise<WorkspaceRow[]> {
  return db.selectFrom('identity.workspaces').select(columns).select((eb) => [eb('setup', 'is not', null).$castTo<boolean>().as('setting_up'), defaultWeek]).orderBy('id').limit(1000).execute();
}

/** Null when the slug is taken. */
export async function insertWorkspace(tx: Tx, values: { slug: string; name: string; default_language?: string; time_zone?: string; demo?: boolean }): Promise<number | null> {
  const row = await tx.insertInto('identity.workspaces').values(values).onConflict((conflict) => conflict.column('slug').doNothing()).returning('id').executeTakeFirst();
  return row?.id ?? null;
}

export async function updateWorkspaceRow(tx: Tx, workspaceId: number, patch: Partial<Pick<WorkspaceRow, 'name' | 'default_language' | 'time_zone' | 'country' | 'close_after_hours' | 'second_factor_roles' | 'time_tracking' | 'account_first'>>): Promise<void> {
  if (Object.keys(patch).length > 0) await tx.updateTable('identity.workspaces').set(patch).where('id', '=', workspaceId).execute();
}

/** Where its telephone numbers without a country code are at home. Index: the key. */
export async function findPhoneCountry(db: Queryable, workspaceId: number): Promise<string | undefined> {
  const row = await db.selectFrom('identity.workspaces').select(['country', 'time_zone', 'default_language']).where('id', '=', workspaceId).executeTakeFirst();
  return (row && countryOf(row)) ?? undefined;
}
