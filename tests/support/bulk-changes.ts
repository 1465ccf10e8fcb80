import { claimDue, workOn } from '../../apps/server/src/features/bulk-changes/bulk-worker.ts';
import type { TestDesk } from './desk.ts';
import type { TestAgent } from './factories.ts';

export const bulkPath = '/api/v1/bulk-changes';

/** Bulk changes by the API, with the worker's part done by hand. `by` is who asks where nobody else is named. */
export function bulkChangesOf(at: () => TestDesk, by: () => TestAgent) {
  /** What a worker does, until nothing is due. */
  async function work(): Promise<void> {
    for (;;) {
      const jobs = await claimDue(at().context, 10);
      if (jobs.length === 0) return;
      for (const job of jobs) await workOn(at().context, job, new AbortController().signal);
    }
  }
  const ask = (body: object, asker = by()) => at().ask(asker, 'POST', bulkPath, body);
  const get = async (id: number, asker = by()) => (await at().ask(asker, 'GET', `${bulkPath}/${id}`)).body;
  const itemsOf = async (id: number, query = '', asker = by()) => (await at().ask(asker, 'GET', `${bulkPath}/${id}/items?limit=100${query}`)).body.items;
  const undo = (id: number, asker = by()) => at().ask(asker, 'POST', `${bulkPath}/${id}/undo`);
  /** Asks, and lets it come to its end. */
  async function changed(body: object, asker = by()) {
    const answer = await ask(body, asker);
    if (answer.status !== 202) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await work();
    return get(answer.body.id, asker);
  }
  async function undone(id: number, asker = by()) {
    const answer = await undo(id, asker);
    if (answer.status !== 202) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await work();
    return get(answer.body.id, asker);
  }
  return { work, ask, get, itemsOf, undo, changed, undone };
}
