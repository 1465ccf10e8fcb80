import type { Database } from '../../apps/server/src/platform/db/db.ts';
import { feedLag } from '../../apps/server/src/platform/events/events.queries.ts';
import type { TestDesk } from './desk.ts';

export type FedEvent = { type: string; ticket: number | null; brand: number | null; data: Record<string, unknown> & { changes?: Record<string, unknown> } };

/**
 * Waits until all events that are written can be read: the feed stops below the oldest transaction that runs anywhere
 * in the cluster, and other test files run theirs there.
 */
export async function feedReadable(db: Database, workspaceId: number): Promise<void> {
  const end = performance.now() + 15_000;
  while ((await feedLag(db, workspaceId)).waiting > 0) {
    if (performance.now() > end) throw new Error('a transaction somewhere in the cluster holds the feed back');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All events (at most 100) that an agent may read, once all that are written can be read. */
export async function wholeFeed(desk: TestDesk, asker: { headers: Record<string, string> }): Promise<FedEvent[]> {
  const { id } = (await desk.ask(asker, 'GET', '/api/v1/workspace')).body as { id: number };
  await feedReadable(desk.context.db, id);
  return (await desk.ask(asker, 'GET', '/api/v1/events?limit=100')).body.items as FedEvent[];
}
