// For the tests: a program that starts the database, says so or why not, and waits to be killed.
import { StartError, startEmbeddedPostgres } from './index.ts';

const [dataDir = '', kind] = process.argv.slice(2);
try {
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: kind !== 'hasty' });
  process.stdout.write(`${database.ownerUrl} ${database.movedTo ?? ''}\n`);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${error.code} ${error.message}\n`);
  process.exitCode = 1;
}
