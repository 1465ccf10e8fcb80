import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../../apps/server/src/platform/db/migrate.ts';

/** A throw-away server, for tests and tools: no waiting for the disk, and nothing is left of it. */
export async function startThrowAwayPostgres(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-test-'));
  const database = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, durable: false });
  return {
    ownerUrl: database.ownerUrl,
    async stop() {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a tool (row types, drift checks) on a freshly migrated, empty database. */
export async function withDevelopmentDatabase<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  const server = await startThrowAwayPostgres();
  try {
    await migrate(server.ownerUrl);
    return await work(server.ownerUrl);
  } finally {
    await server.stop();
  }
}
