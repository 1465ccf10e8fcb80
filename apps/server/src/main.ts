import { readConfig, type Config } from './config.ts';
import { describeDemo } from './features/demo/index.ts';
import { seedDemoApart } from './program/demo-apart.ts';
import { startFailure } from './program/failures.ts';
import { releaseStartMemory } from './program/memory.ts';
import { startProgram, type Program } from './program/start.ts';

/** `npm start`: starts the roles that the arguments name and stops them on a signal. */

// Nothing but what is read above: for a process that fills the compile cache and ends (scripts/prepare.mjs).
if (process.argv[2] === '--compile-only') process.exit();

const say = (line: string) => process.stdout.write(`${line}\n`);
let program: Program | undefined;
let ending = false;

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
// A promise that nobody waited for says nothing about the state of the rest; what was thrown outside of any promise does.
process.on('unhandledRejection', (error) => report('a promise failed unnoticed', error));
process.on('uncaughtException', (error) => {
  report('something failed outside of any request', error);
  void end(1);
});

try {
  program = await startProgram({
    config: config(),
    say,
    seedDemo: async (context, databaseUrl) => describeDemo(await seedDemoApart(context, databaseUrl)),
    onLost(error) {
      process.stderr.write(`${error.message}\n`);
      void end(1);
    },
  });
  if (ending) await program.stop();
  else {
    say(`Ombud is ready: ${program.context.config.publicUrl}`);
    void releaseStartMemory();
  }
} catch (error) {
  const sentence = startFailure(error);
  process.stderr.write(`${sentence ?? String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}

function config(): Config {
  try {
    return readConfig(undefined, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Stops in order; the second call, which is the second signal, ends at once. */
async function end(code: number): Promise<void> {
  if (ending) process.exit(code === 0 ? 130 : code);
  ending = true;
  // Still starting: the start sees `ending` when it is through, and a second signal does not wait for it.
  if (!program) return waitForStart(code);
  await program.stop().catch((error: unknown) => report('not stopped in order', error));
  process.exit(code);
}

function waitForStart(code: number): void {
  setInterval(() => {
    if (program) void program.stop().finally(() => process.exit(code));
  }, 50);
}

function report(what: string, error: unknown): void {
  if (program) program.context.log.error({ err: error }, what);
  else process.stderr.write(`${what}: ${error instanceof Error ? error.stack : String(error)}\n`);
}
