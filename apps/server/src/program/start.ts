import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { monotonicNow } from '../platform/clock/clock.ts';
import { offerSetup } from '../features/setup/index.ts';
import { createContext } from '../wiring.ts';
import { openDatabase } from './database.ts';
import { StartProblem } from './failures.ts';
import { findPort } from './ports.ts';
import { startMail, startWeb, startWorker } from './roles.ts';
import { createStoppers } from './stoppers.ts';

export type Program = {
  /** Where the HTTP server listens. */
  url: string;
  /** Null without the mail role. */
  smtpPort: number | null;
  lmtpPort: number | null;
  databaseUrl: string;
  context: Context;
  /** Finishes running work, 10 s at most for each part, then stops the program's own PostgreSQL. May be called again. */
  stop(): Promise<void>;
};

export type StartOptions = {
  config: Config;
  /** Takes the lines for the person at the terminal. */
  say?: (line: string) => void;
  /** Fills a demo workspace and returns the lines to show; called with `--demo` before the program serves. */
  seedDemo?: ((context: Context, databaseUrl: string) => Promise<string[]>) | null;
  /** The program's own PostgreSQL is gone for good: the program should end. */
  onLost?: (error: Error) => void;
};

const patience = 10_000;

/**
 * Database, migrations, context, then the roles. Whatever fails on the way stops what was started before it.
 * @throws StartProblem, StartError, MigrationError: see `startFailure`
 */
export async function startProgram({ config: given, say = () => undefined, seedDemo = null, onLost = () => undefined }: StartOptions): Promise<Program> {
  const config = await withRealPorts(given);
  const stoppers = createStoppers();
  let stopping: Promise<void> | undefined;
  try {
    const database = await openDatabase(config, say, onLost);
    stoppers.add('database', () => database.stop());
    const wired = await createContext(config, database.url);
    const { context } = wired;
    stoppers.add('context', wired.stop);
    if (config.demo) await showDemo(context, database.url, seedDemo, say);
    const keep = (started: { name: string; stop(): Promise<void> | void }[]) => started.forEach(({ name, stop }) => stoppers.add(name, stop));
    if (config.roles.includes('worker')) keep(await startWorker(context, database.url));
    const mail = config.roles.includes('mail') ? await startMail(context) : null;
    if (mail) keep(mail.stoppers);
    if (config.roles.includes('web')) keep(await startWeb(context));
    const link = config.roles.includes('web') ? await offerSetup(context) : null;
    if (link) say(`Set it up in your browser: ${link}`);
    return {
      url: `http://${hostInUrl(config.host)}:${config.port}`,
      smtpPort: mail?.smtpPort ?? null,
      lmtpPort: mail?.lmtpPort ?? null,
      databaseUrl: database.url,
      context,
      stop: () => (stopping ??= stoppers.stopAll(context.log, patience)),
    };
  } catch (error) {
    await stoppers.stopAll(null, patience);
    throw error;
  }
}

async function showDemo(context: Context, databaseUrl: string, seedDemo: StartOptions['seedDemo'], say: (line: string) => void): Promise<void> {
  if (!seedDemo) throw new StartProblem('This Ombud comes without a demo workspace: start it without --demo.');
  const began = monotonicNow();
  for (const line of await seedDemo(context, databaseUrl)) say(line);
  context.log.info({ milliseconds: Math.round(monotonicNow() - began) }, 'demo workspace is there');
}

/** Ports that can be bound; with port 0 the public address names the port that was found. */
async function withRealPorts(config: Config): Promise<Config> {
  const real = { ...config };
  if (config.roles.includes('web')) {
    real.port = await findPort({ host: config.host, port: config.port, variable: 'PORT' });
    if (config.publicUrl === 'http://localhost:0') real.publicUrl = `http://localhost:${real.port}`;
  }
  if (config.roles.includes('mail')) {
    if (config.smtpPort !== 0) await findPort({ host: config.smtpHost, port: config.smtpPort, variable: 'OMBUD_SMTP_PORT' });
    if (config.lmtpPort) await findPort({ host: config.smtpHost, port: config.lmtpPort, variable: 'OMBUD_LMTP_PORT' });
  }
  return real;
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
