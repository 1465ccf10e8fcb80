import { showToast } from '@ombud/ui';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { say, sayable } from '../../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { createStore } from '../../../lib/store.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { rememberUndo } from '../../../lib/undo.ts';
import { letGoOfLists } from '../list/list-hold.ts';
import { bulkQuery, createBulkChange, stopBulkChange, undoBulkChange, type BulkChange, type NewBulkChange } from './bulk-queries.ts';

/** Ids of those that are shown in the corner, the newest last; with what takes back the step that `z` remembers of each. */
export const shownBulkChanges = createStore<readonly { id: number; forget(): void }[]>([]);

const mostShown = 3;

export function hideBulkChange(id: number): void {
  shownBulkChanges.set(shownBulkChanges.get().filter((shown) => shown.id !== id));
}

export function showBulkChange(client: QueryClient, bulk: BulkChange): void {
  client.setQueryData(bulkQuery(bulk.id).queryKey, bulk);
  if (shownBulkChanges.get().some(({ id }) => id === bulk.id)) return;
  const forget = bulk.undoes === null ? rememberUndo(() => void takeBack(client, bulk.id)) : () => {};
  shownBulkChanges.set([...shownBulkChanges.get(), { id: bulk.id, forget }].slice(-mostShown));
}

/** What still goes on is stopped first, so that only what was done is put back. */
async function takeBack(client: QueryClient, id: number): Promise<void> {
  shownBulkChanges.get().find((shown) => shown.id === id)?.forget();
  letGoOfLists();
  try {
    const stopped = await stopBulkChange(id);
    client.setQueryData(bulkQuery(id).queryKey, stopped);
    if (stopped.counts.changed === 0) return;
    const undo = await undoBulkChange(id);
    hideBulkChange(id);
    showBulkChange(client, undo);
  } catch (error) {
    toastProblem(error, () => void takeBack(client, id));
  }
}

async function stop(client: QueryClient, id: number): Promise<void> {
  try {
    client.setQueryData(bulkQuery(id).queryKey, await stopBulkChange(id));
  } catch (error) {
    toastProblem(error, () => void stop(client, id));
  }
}

async function start(client: QueryClient, body: NewBulkChange): Promise<void> {
  letGoOfLists();
  try {
    showBulkChange(client, await createBulkChange(body));
  } catch (error) {
    // What stands in the way is told in the words of what was asked, where it has some.
    const code = error instanceof ApiProblem && error.code === 'invalid_input' ? error.fields.find(({ field }) => ['view', 'filter', 'tickets'].includes(field))?.code : undefined;
    const key = [`bulk.problem.${code}`, `refusals.${code}`].find(sayable);
    const text = key ? say(key) : problemText(error);
    showToast({ title: say('bulk.notStarted'), description: text, tone: 'failed' });
  }
}

export function useBulkChanges() {
  const client = useQueryClient();
  return useMemo(
    () => ({
      start: (body: NewBulkChange) => void start(client, body),
      stop: (id: number) => void stop(client, id),
      takeBack: (id: number) => void takeBack(client, id),
    }),
    [client],
  );
}
