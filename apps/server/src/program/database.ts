import type { Config } from '../config.ts';
import { startEmbeddedPostgres, type StartError } from '../platform/db/embedded/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import { databaseFailure } from './failures.ts';

export type OpenDatabase = {
  /** Of the owner of the tables; requests work as a lesser role. */
  readonly url: string;
  stop(): Promise<void>;
};

/** The database of DATABASE_URL, or the program's own; migrated. */
export async function openDatabase(config: Config, say: (line: string) => void, onLost: (error: StartError) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await migrateGiven(config.databaseUrl, say);
    return { url: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const own = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say, onLost });
  try {
    await migrate(own.ownerUrl, say);
  } catch (error) {
    await own.stop();
    throw error;
  }
  return { get url() { return own.ownerUrl; }, stop: () => own.stop() };
}

const startingFor = 30_000;

/** A PostgreSQL that is just starting is waited for; any other obstacle is the person's to remove. */
async function migrateGiven(url: string, say: (line: string) => void): Promise<void> {
  for (let waited = 0; ; waited += 500) {
    try {
      await migrate(url, say);
      return;
    } catch (error) {
      const isStarting = error instanceof Error && 'code' in error && error.code === '57P03';
      if (!isStarting || waited >= startingFor) throw databaseFailure(error, url);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
