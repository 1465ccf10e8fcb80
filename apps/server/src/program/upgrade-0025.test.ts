import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createEmptyDatabase } from '../../../../tests/support/database.ts';
import { migrate } from '../platform/db/migrate.ts';

const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));

test('the hours that a workspace had are those of its default calendar', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-upgrade-'));
  const database = await createEmptyDatabase();
  const old = join(folder, 'old');
  await cp(migrations, old, { recursive: true, filter: (path) => !path.endsWith('.sql') || basename(path) < '0025' });
  await migrate(database.ownerUrl, () => undefined, { files: `${old}/` });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const week = [[{ from: '08:00', to: '17:00' }], [], [], [], [], [], []];
    await client.query("insert into identity.workspaces (id, slug, name, hours) overriding system value values (1, 'firm', 'A firm', $1), (2, 'other', 'Another', null)", [JSON.stringify(week)]);
    await client.query("insert into brands (workspace_id, id, slug, name) overriding system value values (1, 1, 'firm', 'A firm')");
    await migrate(database.ownerUrl);
    const { rows } = await client.query('select workspace_id, name, is_default, time_zone, week, exceptions from calendars order by workspace_id');
    expect(rows.map((row: { workspace_id: string | number }) => ({ ...row, workspace_id: Number(row.workspace_id) }))).toEqual([
      { workspace_id: 1, name: '', is_default: true, time_zone: null, week, exceptions: [] },
      { workspace_id: 2, name: '', is_default: true, time_zone: null, week: null, exceptions: [] },
    ]);
    expect((await client.query('select calendar_id from brands')).rows).toEqual([{ calendar_id: null }]);
    // The job queue's own migration closes its connections a moment later.
    const others = 'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    await expect.poll(async () => (await client.query(others)).rows, { timeout: 15_000 }).toEqual([]);
  } finally {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});
