import { sql } from 'kysely';
import { systemActor } from '../../auth/actor.ts';
import type { Alone, Database, Tx } from '../../db/db.ts';
import { appendEvent, readFeed } from '../events.queries.ts';
import type { Follower } from '../follow-workspaces.ts';
import { endFollowing, leaseFollowing, saveFollowed, workspacesBehind, type ProgressTable } from '../progress.queries.ts';

/** A small follower of the feed, as a feature would have one, which leaves a mark for each event; for the tests of following. */
const progress: ProgressTable = { table: 'marks_progress' };

export async function createMarks(alone: Alone): Promise<void> {
  await sql`create table marks (seq bigint generated always as identity primary key, workspace_id bigint not null, event_id bigint not null)`.execute(alone);
  await sql`create table marks_progress (workspace_id bigint primary key, xid xid8 not null default '0', event_id bigint not null default 0, lease text, leased_until timestamptz)`.execute(alone);
  await sql`grant select, insert, update, delete on marks, marks_progress to ombud_app`.execute(alone);
  await sql`grant usage on sequence marks_seq_seq to ombud_app`.execute(alone);
}

export async function beginMarks(alone: Alone, workspaceId: number): Promise<void> {
  await sql`insert into marks_progress (workspace_id) values (${workspaceId})`.execute(alone);
}

/** Each in a transaction of its own. */
export async function happen(db: Database, workspaceId: number, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await db.transaction().execute((tx) => appendEvent(tx, systemActor(workspaceId), { type: 'workspace.updated', data: {} }));
}

async function leaveMark(tx: Tx, workspaceId: number, eventId: number): Promise<void> {
  await sql`insert into marks (workspace_id, event_id) values (${workspaceId}, ${eventId})`.execute(tx);
}

/** Marks one event in each step; `before` may break it. Only these workspaces, whatever else there is. */
export function marker(db: Database, { only, before = () => Promise.resolve() }: { only: readonly number[]; before?: (workspaceId: number) => Promise<void> }): Follower {
  return {
    name: 'marks',
    collectMs: 10,
    trouble: 'marks cannot be made now',
    workspaces: async () => (await workspacesBehind(db, progress)).filter((id) => only.includes(id)),
    async step(workspaceId, lease) {
      const position = await leaseFollowing(db, progress, workspaceId, lease, 20);
      const [event] = position ? await readFeed(db, { workspaceId, brands: 'all' }, position, 1) : [];
      if (!event) return { more: false };
      await before(workspaceId);
      await db.transaction().execute(async (tx) => {
        if (await saveFollowed(tx, progress, workspaceId, lease, event)) await leaveMark(tx, workspaceId, event.id);
      });
      return { more: true };
    },
    release: (workspaceId, lease) => endFollowing(db, progress, workspaceId, lease),
  };
}

/** All marks, in the order in which they were made. */
export async function readMarked(db: Database): Promise<{ workspace_id: number; event_id: number }[]> {
  const { rows } = await sql<{ workspace_id: number; event_id: number }>`select workspace_id, event_id from marks order by seq`.execute(db);
  return rows;
}

/** Their workspaces. */
export async function readMarks(db: Database): Promise<number[]> {
  return (await readMarked(db)).map(({ workspace_id }) => workspace_id);
}

/** As if another node had taken the workspace, so many seconds from now. */
export async function takeFor(alone: Alone, workspaceId: number, seconds: number): Promise<void> {
  await sql`update marks_progress set lease = 'another node', leased_until = now() + make_interval(secs => ${seconds}) where workspace_id = ${workspaceId}`.execute(alone);
}

export async function leaseOf(db: Database, workspaceId: number): Promise<string | null> {
  const { rows } = await sql<{ lease: string | null }>`select lease from marks_progress where workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.lease ?? null;
}
