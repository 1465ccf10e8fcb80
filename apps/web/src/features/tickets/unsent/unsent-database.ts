import type { Unsent } from './send-once.ts';

/** What is not sent yet, in this browser's IndexedDB: it outlives a reload, a crash and a restart. */
const name = 'ombud.unsent';
const table = 'actions';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'key' }).createIndex('agent', ['agent', 'madeAt']);
    request.onsuccess = () => {
      // Another page wants to upgrade or delete it: let go, and open it anew the next time.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is closed'));
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** All that `work` asks for, or nothing of it; answers the last. */
async function run<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Strict: once it is told to be kept, a power cut does not take it.
    const transaction = database.transaction(table, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
    const request = work(transaction.objectStore(table));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
    transaction.onabort = transaction.onerror;
  });
}

const ofAgent = (agent: number) => IDBKeyRange.bound([agent, 0], [agent, Infinity]);

/** Oldest first. */
export async function readUnsent(agent: number): Promise<Unsent[]> {
  return (await run('readonly', (store) => store.index('agent').getAll(ofAgent(agent)))) as Unsent[]; // written below as such
}

export async function findUnsent(key: string): Promise<Unsent | undefined> {
  return (await run('readonly', (store) => store.get(key))) as Unsent | undefined; // likewise
}

export async function keepUnsent(action: Unsent): Promise<void> {
  await run('readwrite', (store) => store.put(action));
}

export async function forgetUnsent(key: string): Promise<void> {
  await run('readwrite', (store) => store.delete(key));
}

/** At once: no moment in which what stands behind it finds neither, and none in which both are there. */
export async function exchangeUnsent(key: string, action: Unsent): Promise<void> {
  await run('readwrite', (store) => {
    store.delete(key);
    return store.put(action);
  });
}

export async function forgetAllUnsent(agent: number): Promise<void> {
  for (const { key } of await readUnsent(agent)) await forgetUnsent(key);
}
