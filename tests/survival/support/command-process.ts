import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launch, type End, type ProgramProcess } from './program-process.ts';

const cli = fileURLToPath(new URL('../../../apps/server/src/cli.ts', import.meta.url));

export type CommandProcess = { pid: number; ended: Promise<End & { out: string; err: string }>; kill(): void };

/** `npm run ombud -- …` as a process of its own. */
export function command(env: Record<string, string>, ...args: string[]): CommandProcess {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => child.once('exit', (code, signal) => setTimeout(() => resolve({ code, signal, out, err }), 50))),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The program on a data folder; what it said when it would not start. */
export async function startRefused(env: Record<string, string>): Promise<string> {
  const program: ProgramProcess = launch({ env });
  const { code } = await program.ended;
  if (code === 0) throw new Error('it started');
  return program.complained();
}
