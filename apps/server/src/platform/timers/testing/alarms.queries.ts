import { sql } from 'kysely';
import type { Alone, Database } from '../../db/db.ts';
import { dueIds, type DueColumn } from '../timers.queries.ts';
import type { TimerQueue } from '../timers.ts';

/** A small table of alarms, as a feature would have one, and what rang in which order; for the tests of timers. */
const column: DueColumn = { table: 'alarms', column: 'due_at' };

export const alarmQueue: TimerQueue = {
  ...column,
  name: 'alarms',
  async fire(tx, workspaceId, now, limit) {
    const { rows } = await sql<{ id: number }>`
      with due as materialized (${dueIds(column, workspaceId, now, Math.min(limit, 25))}),
      moved as (update alarms a set due_at = null from due where a.workspace_id = ${workspaceId} and a.id = due.id returning a.id)
      insert into rings (workspace_id, alarm_id, due_at, rang_at) select ${workspaceId}, due.id, due.due, clock_timestamp() from due join moved using (id) order by due.due, due.id returning alarm_id as id`.execute(tx);
    return rows.length;
  },
};

export async function createAlarms(alone: Alone): Promise<void> {
  await sql`create table alarms (workspace_id bigint not null, id bigint not null, due_at timestamptz, primary key (workspace_id, id))`.execute(alone);
  await sql`create index alarms_due on alarms (workspace_id, due_at, id) where due_at is not null`.execute(alone);
  await sql`create table rings (seq bigint generated always as identity, workspace_id bigint not null, alarm_id bigint not null, due_at timestamptz not null, rang_at timestamptz not null)`.execute(alone);
  await sql`grant select, insert, update, delete on alarms, rings to ombud_app`.execute(alone);
}

/** `count` alarms, one every `everyMs` from `from` on; ids run against the order, so that order by id would be seen. */
export async function setAlarms(alone: Alone, workspaceId: number, { from, count, everyMs }: { from: Date; count: number; everyMs: number }): Promise<void> {
  await sql`insert into alarms select ${workspaceId}, ${count} - n, ${from}::timestamptz + n * make_interval(secs => ${everyMs / 1_000}) from generate_series(0, ${count - 1}) n`.execute(alone);
}

export type Ring = { workspace_id: number; alarm_id: number; due_at: Date; rang_at: Date };

export async function readRings(db: Database, workspaceId: number): Promise<Ring[]> {
  const { rows } = await sql<Ring>`select workspace_id, alarm_id, due_at, rang_at from rings where workspace_id = ${workspaceId} order by seq`.execute(db);
  return rows;
}

/** Takes one alarm in hand until `release`. */
export async function holdAlarm(db: Database, workspaceId: number, alarmId: number): Promise<{ release(): Promise<void> }> {
  let release = (): void => undefined;
  const held = Promise.withResolvers<void>();
  const done = db.transaction().execute(async (tx) => {
    await sql`select from alarms where workspace_id = ${workspaceId} and id = ${alarmId} for update`.execute(tx);
    held.resolve();
    await new Promise<void>((resolve) => (release = resolve));
  });
  await held.promise;
  return {
    async release() {
      release();
      await done;
    },
  };
}
