import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { migrate } from '../platform/db/migrate.ts';

/** What migration 0023 makes of a desk that was there before: who wrote last, of what the customer sees. */

const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));
let folder: string;
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-upgrade-'));
  database = await createEmptyDatabase();
  const old = join(folder, 'old');
  await cp(migrations, old, { recursive: true, filter: (path) => !path.endsWith('.sql') || basename(path) < '0023' });
  await migrate(database.ownerUrl, () => undefined, { files: `${old}/` });
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("insert into identity.workspaces (id, slug, name) overriding system value values (1, 'firm', 'A firm')");
  await client.query("insert into brands (workspace_id, id, slug, name) overriding system value values (1, 1, 'firm', 'A firm')");
  await client.query("insert into customers (workspace_id, id, name) overriding system value values (1, 1, 'Łukasz Söderström')");
});
afterAll(async () => {
  // The job queue's own migration closes its connections a moment later.
  const others = 'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  await vi.waitFor(async () => expect((await client.query(others)).rows).toEqual([]), { timeout: 15_000 });
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

type Written = 'customer' | 'reply' | 'note' | 'supplier' | 'machine' | 'taken back';

/** A ticket on which these were written one after the other, with the row as the program kept it then. */
async function ticket(id: number, written: Written[], { mergedInto = null as number | null } = {}): Promise<void> {
  const direction = (each: Written) => (each === 'customer' || each === 'supplier' || each === 'machine' ? 'in' : 'out');
  const newest = written.findLast((each) => each !== 'machine' && each !== 'taken back')!; // something else is written on each
  await client.query(
    `insert into tickets (workspace_id, id, number, subject, status, channel, brand_id, requester_id, last_direction, merged_into, merged_status)
     overriding system value values (1, $1, $1, 'Case', 'open', 'email', 1, 1, $2, $3, case when $3::bigint is not null then 'open' end)`,
    [id, direction(newest), mergedInto],
  );
  await client.query("insert into side_conversations (workspace_id, id, ticket_id, kind, subject) overriding system value values (1, $1, $1, 'question', 'Q')", [id]);
  for (const each of written) {
    const kind = each === 'note' ? 'note' : each === 'supplier' ? 'side' : 'public';
    const { rows } = await client.query<{ id: string }>(
      `insert into messages (workspace_id, ticket_id, kind, side_id, direction, channel, author_type, automatic) values (1, $1, $2, $3, $4, 'email', 'system', $5) returning id`,
      [id, kind, kind === 'side' ? id : null, direction(each), each === 'machine' ? 'out-of-office' : null],
    );
    if (each === 'taken back') await client.query("insert into outbox (workspace_id, ticket_id, brand_id, message_id, kind, mail_message_id, envelope_to, status) values (1, $1, 1, $2, 'reply', '<x@y>', '{}', 'cancelled')", [id, rows[0]?.id]);
  }
}

test('only tickets on which the newest message misleads are written, and say then who wrote last', async () => {
  await ticket(1, ['customer']);
  await ticket(2, ['customer', 'note']);
  await ticket(3, ['customer', 'reply', 'note']);
  await ticket(4, ['customer', 'reply', 'supplier']);
  await ticket(5, ['customer', 'note', 'machine']);
  await ticket(6, ['customer', 'taken back', 'note']);
  await ticket(7, ['note']);
  await ticket(8, ['customer', 'note', 'reply']);
  // The customer wrote on the one that was merged into it, after the answer here.
  await ticket(9, ['customer', 'reply']);
  await ticket(10, ['customer'], { mergedInto: 9 });
  await ticket(11, ['note'], { mergedInto: 10 });
  await client.query("update tickets set last_direction = 'out' where id = 9");
  expect((await migrate(database.ownerUrl)).applied).toContain('0023-who-wrote-last.sql');
  const { rows } = await client.query<{ id: string; last: string | null }>('select id, last_public_direction as last from tickets order by id');
  expect(Object.fromEntries(rows.map(({ id, last }) => [Number(id), last]))).toEqual({ 1: null, 2: 'in', 3: null, 4: 'out', 5: 'in', 6: 'in', 7: null, 8: null, 9: 'in', 10: null, 11: null });
});

test('names that are there are found without their accents', async () => {
  const { rows } = await client.query("select name from customers where workspace_id = 1 and ombud.name_words(name) @@ to_tsquery('simple', 'lukasz & soderstr:*')");
  expect(rows).toEqual([{ name: 'Łukasz Söderström' }]);
});
