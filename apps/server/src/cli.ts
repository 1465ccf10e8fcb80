import { readArguments, UsageError, type Arguments } from './cli/arguments.ts';
import { readCommand, usage, type CommandName } from './cli/usage.ts';

/** `npm run ombud -- …`: works beside the running server and without it. Passwords are never written anywhere. */

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    (args.length === 0 ? process.stderr : process.stdout).write(usage);
    return args.length === 0 ? 2 : 0;
  }
  try {
    const command = readCommand(args);
    for (const line of await run(command.name, readArguments(args, command))) process.stdout.write(`${line}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    process.stderr.write(`${await sentenceFor(error)}\n`);
    return 1;
  }
}

/** The program's parts are loaded only when there is something to do: that takes a second. */
async function run(name: CommandName, args: Arguments): Promise<string[]> {
  const [{ readConfig }, { openCommandDatabase }] = await Promise.all([import('./config.ts'), import('./program/database.ts')]);
  const config = readConfig(undefined, []);
  // Only what a start takes long for is worth a line; the answer must stand alone.
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (name === 'backup verify' || name === 'backup restore') {
    const { backupVerify, backupRestore } = await import('./cli/backup-commands.ts');
    return name === 'backup verify' ? backupVerify(args) : backupRestore(config, args, say);
  }
  const database = await openCommandDatabase(config, say);
  try {
    if (name === 'migrate') return ['The database is up to date.'];
    const [{ commands }, { createContext }] = await Promise.all([import('./cli/commands.ts'), import('./wiring.ts')]);
    const { context, stop } = await createContext(config, database.url);
    try {
      const lines = await commands[name](context, args, database);
      await context.wake.flush();
      return lines;
    } finally {
      await stop();
    }
  } finally {
    await database.stop();
  }
}

async function sentenceFor(error: unknown): Promise<string> {
  const [{ Problem }, { startFailure }, { withoutCredentials }] = await Promise.all([import('./platform/errors/problem.ts'), import('./program/failures.ts'), import('./platform/log/log.ts')]);
  if (error instanceof Problem) return error.fields[0] ? `${error.fields[0].field}: ${error.fields[0].message}` : error.message;
  const sentence = startFailure(error) ?? (error instanceof Error ? error.message : String(error));
  return withoutCredentials(sentence.split('\n', 1)[0] ?? '');
}
