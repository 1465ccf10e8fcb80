import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProcessesOf, isAlive, signal } from '../../../apps/server/src/platform/db/embedded/processes.ts';
import { inTime, until } from './until.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type End = { code: number | null; signal: NodeJS.Signals | null };

/** The program as a process of its own, as `npm start` runs it. */
export type ProgramProcess = {
  pid: number;
  /** What it said to the person at the terminal, and what it wrote to the log. */
  said(): string;
  complained(): string;
  ended: Promise<End>;
  hasEnded(): boolean;
  /** Resolves once it has said that it is ready; with the milliseconds that this took. */
  ready(within?: number): Promise<number>;
  signal(name: NodeJS.Signals): void;
};

export type ProgramOptions = { env: Record<string, string>; roles?: string; args?: string[] };

export function launch({ env, roles, args = [] }: ProgramOptions): ProgramProcess {
  const began = performance.now();
  const child = spawn(join(root, 'node_modules/.bin/node'), ['apps/server/src/main.ts', ...(roles ? [`--roles=${roles}`] : []), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', OMBUD_LOG: 'warn', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = collect(child.stdout);
  const complained = collect(child.stderr);
  const ended = new Promise<End>((resolve, reject) => {
    child.once('error', reject);
    // Not 'close': the program's own PostgreSQL may hold the pipes for longer.
    child.once('exit', (code, name) => resolve({ code, signal: name }));
  });
  ended.catch(() => undefined);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    said,
    complained,
    ended,
    hasEnded,
    async ready(within = 60_000) {
      await until('the program says that it is ready', () => {
        if (hasEnded()) return true;
        return said().includes('Ombud is ready: ');
      }, { within, every: 10 });
      if (!said().includes('Ombud is ready: ')) throw new Error(`the program ended instead of getting ready:\n${said()}\n${complained()}`);
      return performance.now() - began;
    },
    signal: (name) => signal(child.pid ?? 0, name),
  };
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  return () => text;
}

/** kill -9 of the program alone: its PostgreSQL lives on. */
export async function killProgram(program: ProgramProcess): Promise<void> {
  program.signal('SIGKILL');
  await inTime('the killed program ends', program.ended, 10_000);
}

/** kill -9 of the program and of everything that it started, at once. */
export async function killEverything(program: ProgramProcess, dataDir: string): Promise<void> {
  const family = [...descendants(program.pid), ...databaseProcesses(dataDir)];
  for (const pid of [program.pid, ...family]) signal(pid, 'SIGKILL');
  await inTime('the killed program ends', program.ended, 10_000);
  await until('the killed database ends', () => family.every((pid) => !isAlive(pid)), { within: 10_000, every: 10 });
}

/** The processes of the program's own PostgreSQL, the postmaster first. */
export function databaseProcesses(dataDir: string): number[] {
  const cluster = join(dataDir, 'postgres', 'cluster');
  const postmaster = readPostmaster(dataDir);
  const all = findProcessesOf(cluster, postmaster ?? 0);
  return all.sort((a, b) => Number(b === postmaster) - Number(a === postmaster));
}

export function readPostmaster(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function descendants(ancestor: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found = [ancestor];
  for (const parent of found) for (const [pid, of] of parents) if (of === parent) found.push(pid);
  return found.slice(1);
}

/**
 * Ends whatever is left, in order if it goes; for the end of a test. The programs first and their database after the
 * last: one that still runs would start it anew.
 */
export async function endPrograms(programs: ProgramProcess[], dataDir: string | null): Promise<void> {
  for (const program of programs) {
    if (program.hasEnded()) continue;
    program.signal('SIGTERM');
    await inTime('the program stops', program.ended, 20_000).catch(() => killProgram(program));
  }
  if (dataDir === null) return;
  for (const pid of databaseProcesses(dataDir)) signal(pid, 'SIGKILL');
  await until('the database ends', () => databaseProcesses(dataDir).length === 0, { within: 10_000, every: 20 });
}

let next = 20_000 + ((process.pid * 97) % 10_000);

/**
 * A port of 127.0.0.1 that nobody listens on, below the range from which the system takes ports for outgoing
 * connections: the same one is bound again after each restart.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    next = next >= 31_000 ? 20_000 : next + 1;
    const port = next;
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    await new Promise<void>((resolve) => server.close(() => resolve()));
    if (isFree) return port;
  }
}
