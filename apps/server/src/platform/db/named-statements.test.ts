import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  // What was counted before is forgotten.
  vi.resetModules();
  const { createPool } = await import('./db.ts');
  pool = createPool(database.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const kept = async () => (await pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(({ statement }) => statement);

test('a statement is kept from the third time on, with each time’s own values', async () => {
  const text = 'select $1::int + 1 as next';
  for (let given = 1; given <= 2; given += 1) expect((await pool.query(text, [given])).rows).toEqual([{ next: given + 1 }]);
  expect(await kept()).not.toContain(text);
  for (let given = 3; given <= 9; given += 1) expect((await pool.query(text, [given])).rows).toEqual([{ next: given + 1 }]);
  expect(await kept()).toContain(text);
});

test('what fails as a kept statement fails as any other, and the connection goes on', async () => {
  for (let time = 0; time < 5; time += 1) await expect(pool.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a table that gets another column meanwhile does not break a kept statement that names its own', async () => {
  const text = "select type from events where workspace_id = $1 and type = 'none'";
  for (let time = 0; time < 4; time += 1) await pool.query(text, [1]);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('alter table events add column planted int');
  await owner.end();
  expect((await pool.query(text, [1])).rows).toEqual([]);
});
