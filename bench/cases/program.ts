import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { left, ms, type Result } from '../measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const atRest = 20_000;

/** `npm start -- --demo` twice: how long the second takes, and what the whole program holds at rest. */
export async function startAndMemory(): Promise<Result[]> {
  if (process.platform !== 'linux') return [left('start to ready, memory at rest', 'needs /proc')];
  const folder = await mkdtemp(join(tmpdir(), 'ombud-bench-start-'));
  const env = { ...process.env, PORT: '0', OMBUD_SMTP_PORT: '0', OMBUD_DATA_DIR: join(folder, 'data') };
  try {
    const first = await start(env);
    await stop(first.child);
    const starts: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const again = await start(env);
      starts.push(again.ready);
      if (turn < 2) await stop(again.child);
      else {
        await new Promise((resolve) => setTimeout(resolve, atRest));
        const memory = await readMemory(again.child.pid!); // it runs
        await stop(again.child);
        const ready = starts.sort((a, b) => a - b)[1]!; // three of them
        return [
          { what: 'start to ready, with the demo, first', tickets: 400, product: ms(first.ready), raw: '', ratio: '', budget: '', holds: null, figures: first.ready },
          { what: 'start to ready, second start', tickets: 400, product: ms(ready), raw: '', ratio: '', budget: '≤ 3 s', holds: ready <= 3_000, figures: starts },
          { what: 'memory at rest after a demo start', tickets: 400, product: `PSS ${memory.pss} MB (RSS ${memory.rss} MB)`, raw: '', ratio: memory.parts.map(({ name, pss }) => `${name} ${pss}`).join(', '), budget: '≤ 350 MB', holds: memory.pss <= 350, figures: memory },
        ];
      }
    }
    return [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; ready: number }> {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--demo'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('Ombud is ready')) resolve({ child, ready: performance.now() - began });
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });
}

/** npm ends before what it started does, and the next start would wait for that. */
async function stop(child: ChildProcess): Promise<void> {
  process.kill(-child.pid!, 'SIGTERM'); // a group of its own
  const end = performance.now() + 30_000;
  while (isAnyOf(child.pid!) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAnyOf(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

type Memory = { rss: number; pss: number; parts: { name: string; pss: number }[] };

/** Of a process and all that it started, in MB; PSS counts a shared page once in all. */
async function readMemory(parent: number): Promise<Memory> {
  const processes: { pid: number; parent: number; name: string }[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const match = /^\d+ \((.*)\) \S (\d+)/.exec(stat);
    if (match) processes.push({ pid: Number(pid), parent: Number(match[2]), name: match[1]! }); // both groups matched
  }
  const family = new Set([parent]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent: above } of processes) if (family.has(above)) family.add(pid);
    grown = family.size > before;
  }
  const parts = new Map<string, number>();
  let rss = 0;
  let pss = 0;
  for (const { pid, name } of processes.filter((one) => family.has(one.pid))) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    const kilobytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
    rss += kilobytes('Rss');
    pss += kilobytes('Pss');
    parts.set(name, (parts.get(name) ?? 0) + kilobytes('Pss'));
  }
  const megabytes = (value: number) => Math.round(value / 1024);
  return { rss: megabytes(rss), pss: megabytes(pss), parts: [...parts].map(([name, size]) => ({ name, pss: megabytes(size) })) };
}
