import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

/** Names of the migrations that the database has. */
export async function findAppliedMigrations(db: Queryable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ombud.migrations`.execute(db);
  return rows.map((row) => row.name);
}

export async function findWorkspaceIds(db: Queryable, limit: number): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').limit(limit).execute();
  return rows.map((row) => Number(row.id));
}

/** Work that waits, and for how many seconds the oldest of it has been due. Counted up to 10,000. */
export type Backlog = { waiting: number; oldest_seconds: number };

export async function intakeBacklog(db: Queryable, workspaceId: number): Promise<Backlog> {
  return backlog(db, sql`select next_attempt_at from intake where workspace_id = ${workspaceId} and next_attempt_at is not null`);
}

export async function outboxBacklog(db: Queryable, workspaceId: number): Promise<Backlog> {
  return backlog(db, sql`select next_attempt_at from outbox where workspace_id = ${workspaceId} and next_attempt_at is not null`);
}

async function backlog(db: Queryable, due: ReturnType<typeof sql>): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*)::int as waiting,
      coalesce(extract(epoch from greatest(now() - min(next_attempt_at), interval '0'))::float8, 0) as oldest_seconds
    from (${due} order by next_attempt_at limit 10000) due`.execute(db);
  return rows[0] ?? { waiting: 0, oldest_seconds: 0 };
}
