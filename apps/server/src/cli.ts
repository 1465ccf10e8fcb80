import { commands } from './cli/commands.ts';
import { readArguments, UsageError } from './cli/arguments.ts';
import { readConfig } from './config.ts';
import { Problem } from './platform/errors/problem.ts';
import { startFailure } from './program/failures.ts';
import { openCommandDatabase } from './program/database.ts';
import { createContext } from './wiring.ts';

/** `npm run ombud -- …`: works beside the running server and without it. Values of options are never written anywhere. */

const usage = `npm run ombud -- COMMAND

${['migrate', ...Object.values(commands).map((command) => command.usage)].map((line) => `  ${line}`).join('\n')}
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    process.stdout.write(usage);
    return args.length === 0 ? 2 : 0;
  }
  try {
    for (const line of await run(args)) process.stdout.write(`${line}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    process.stderr.write(`${sentenceFor(error)}\n`);
    return 1;
  }
}

async function run(args: string[]): Promise<string[]> {
  const name = args.slice(0, 2).filter((word) => !word.startsWith('--')).join(' ');
  const command = commands[name];
  if (!command && name !== 'migrate') throw new UsageError(`There is no command "${name}".`);
  const read = readArguments(args, command?.options ?? []);
  const config = readConfig(undefined, []);
  // Only what a start takes long for is worth a line; the answer must stand alone.
  const database = await openCommandDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    if (!command) return ['The database is up to date.'];
    const { context, stop } = await createContext(config, database.url);
    try {
      const lines = await command.run(context, read);
      await context.wake.flush();
      return lines;
    } finally {
      await stop();
    }
  } finally {
    await database.stop();
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof Problem) return error.fields[0] ? `${error.fields[0].field}: ${error.fields[0].message}` : error.message;
  return startFailure(error) ?? (error instanceof Error ? error.message : String(error));
}
