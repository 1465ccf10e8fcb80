import type { Config } from '../config.ts';
import { cutOff, hasBegunRestore } from '../platform/backup/restore-backup.ts';
import { markDataDir, openEmbeddedPostgres, startEmbeddedPostgres, StartError, type EmbeddedPostgres } from '../platform/db/embedded/index.ts';
import { databaseFailure } from './failures.ts';
import { upgrade } from './upgrade.ts';

export type OpenDatabase = {
  /** Of the owner of the tables; requests work as a lesser role. */
  readonly url: string;
  stop(): Promise<void>;
};

/** The database of DATABASE_URL, or the program's own; migrated. */
export async function openDatabase(config: Config, say: (line: string) => void, onLost: (error: StartError) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    return openGiven(config.databaseUrl, config, say);
  }
  const own = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say, onLost }).catch(async (error: unknown) => {
    // Killed hard enough a restore can leave a PostgreSQL that does not start: the next one makes another.
    throw (await isLeftByRestore(error, config.dataDir)) ? cutOff(config.dataDir) : error;
  });
  return migrateOwn(own, config, say);
}

/** Whether a PostgreSQL did not start that holds nothing but what a restore had put there before it was cut off. */
export async function isLeftByRestore(error: unknown, dataDir: string): Promise<boolean> {
  return error instanceof StartError && error.code === 'postgres_failed' && (await hasBegunRestore(dataDir));
}

/** For a command: the running program's database, or one for as long as the command lasts; migrated. */
export async function openCommandDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) return openGiven(config.databaseUrl, config, say);
  return migrateOwn(await openEmbeddedPostgres({ dataDir: config.dataDir, log: say }), config, say);
}

async function openGiven(url: string, config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  await markDataDir(config.dataDir);
  await migrateGiven(url, config, say);
  return { url, stop: () => Promise.resolve() };
}

async function migrateOwn(own: EmbeddedPostgres, config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  try {
    await upgrade(own.ownerUrl, config, say);
  } catch (error) {
    await own.stop();
    throw error;
  }
  return { get url() { return own.ownerUrl; }, stop: () => own.stop() };
}

const startingFor = 30_000;

/** A PostgreSQL that is just starting is waited for; any other obstacle is the person's to remove. */
async function migrateGiven(url: string, config: Config, say: (line: string) => void): Promise<void> {
  for (let waited = 0; ; waited += 500) {
    try {
      await upgrade(url, config, say);
      return;
    } catch (error) {
      const isStarting = error instanceof Error && 'code' in error && error.code === '57P03';
      if (!isStarting || waited >= startingFor) throw databaseFailure(error, url);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
