import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { createLog } from '../log/log.ts';
import { startJobs } from './jobs.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const add = (task: string, payload: object) => client.query('select graphile_worker.add_job($1, $2)', [task, JSON.stringify(payload)]);

test('a job runs once over two nodes, one that fails is tried again, and cut connections stop neither', async () => {
  const done: unknown[] = [];
  let refusals = 1;
  const jobs = {
    tasks: {
      note: async (payload: unknown) => void done.push(payload),
      stumble: async (payload: unknown) => {
        if (refusals-- > 0) throw new Error('not yet');
        done.push(payload);
      },
    },
    schedule: [{ task: 'note', match: '0 4 1 1 *' }],
  };
  const options = { databaseUrl: database.ownerUrl, log: createLog('silent'), jobs };
  const nodes = [await startJobs(options), await startJobs(options)];
  for (const n of [1, 2, 3, 4, 5]) await add('note', { n });
  await expect.poll(() => done.length, { timeout: 5000 }).toBe(5);
  expect(done.map((payload) => (payload as { n: number }).n).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  await add('stumble', { n: 6 });
  await expect.poll(() => done.length, { timeout: 10_000 }).toBe(6);
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  await add('note', { n: 7 });
  await expect.poll(() => done.length, { timeout: 15_000 }).toBe(7);
  await Promise.all(nodes.map((node) => node.stop()));
  await add('note', { n: 8 });
  expect(done).toHaveLength(7);
});
