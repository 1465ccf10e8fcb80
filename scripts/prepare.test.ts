import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('..', import.meta.url));
// An older Node cannot be installed for a test; this makes the launcher believe that it runs on one.
const asOlderNode = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } });";
const program = `
const { appendFileSync } = await import('node:fs');
const file: string = process.argv[2] ?? '';
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {
  appendFileSync(file, name + '\\n');
  setTimeout(() => process.exit(3), 100);
});
setInterval(() => undefined, 1_000);
appendFileSync(file, 'ready\\n');
`;

let clone: string;

beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'ombud-clone-'));
  await cp(join(repository, 'scripts'), join(clone, 'scripts'), { recursive: true });
  await writeFile(join(clone, 'package.json'), '{"type":"module"}');
  await writeFile(join(clone, 'program.ts'), program);
  await writeFile(
    join(clone, 'launch.mjs'),
    "import { runOnNode24 } from './scripts/prepare.mjs';\nawait runOnNode24('program.ts', process.argv.slice(2));\n",
  );
  await writeFile(join(clone, 'older.mjs'), asOlderNode);
  await mkdir(join(clone, 'node_modules', 'node', 'bin'), { recursive: true });
  await symlink(process.execPath, join(clone, 'node_modules', 'node', 'bin', 'node'));
});
afterAll(() => rm(clone, { recursive: true, force: true }));

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'on an older Node, %s to the launcher reaches the program once',
  async (name) => {
    const { launcher, notes } = await launch(`older-${name}`, true);
    launcher.kill(name);
    expect(await once(launcher, 'exit')).toEqual([3, null]);
    expect(await notes()).toBe(`ready\n${name}\n`);
  },
);

test('Ctrl-C, which the whole group gets, reaches the program once on any Node', async () => {
  for (const older of [true, false]) {
    const { launcher, notes } = await launch(`group-${older}`, older);
    process.kill(-(launcher.pid ?? 0), 'SIGINT');
    expect(await once(launcher, 'exit')).toEqual([3, null]);
    expect(await notes()).toBe('ready\nSIGINT\n');
  }
});

test('a program that npm started stops when npm and its shell are gone', async () => {
  for (const older of [true, false]) {
    const { launcher, notes } = await launch(`npm-${older}`, older, 'shell');
    launcher.kill('SIGTERM');
    await expect.poll(notes, { timeout: 5_000 }).toBe('ready\nSIGTERM\n');
  }
});

test('a program stops when its launcher is killed', async () => {
  const { launcher, notes } = await launch('orphan', true);
  launcher.kill('SIGKILL');
  await expect.poll(notes, { timeout: 5_000 }).toBe('ready\nSIGTERM\n');
});

test('what was compiled beside the build is run without the compiler of types', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'ombud-compiled-'));
  try {
    await cp(join(repository, 'scripts'), join(fresh, 'scripts'), { recursive: true });
    await writeBuildable(fresh);
    await writeFile(join(fresh, 'apps', 'web', 'index.html'), 'a page');
    await mkdir(join(fresh, 'node_modules', 'node', 'bin'), { recursive: true });
    await symlink(process.execPath, join(fresh, 'node_modules', 'node', 'bin', 'node'));
    const says = "if (process.argv[2] === '--compile-only') process.exit();\nconst loaded: string[] = process.moduleLoadList;\nconsole.log(loaded.some((name) => name.includes('amaro')) ? 'stripped here' : 'was compiled');\n";
    await writeFile(join(fresh, 'program.ts'), says);
    const start = async (build: string) => {
      await writeFile(join(fresh, 'start.mjs'), `import * as prepare from './scripts/prepare.mjs';\n${build}\nawait prepare.runOnNode24('program.ts');\n`);
      return run(process.execPath, [join(fresh, 'start.mjs')], { cwd: fresh, env: {} });
    };

    expect(await start('')).toBe('stripped here\n');
    await rm(join(fresh, 'node_modules', '.cache'), { recursive: true });
    expect(await start("await prepare.ensureWebBuilt('program.ts');")).toMatch(/^Building the web app … done in \d+ s\nwas compiled\n$/);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
});

test('npm start in a fresh clone goes on under the Node that comes with the packages, whichever began', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'ombud-fresh-'));
  try {
    const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    await cp(join(repository, 'scripts'), join(fresh, 'scripts'), { recursive: true });
    await writeFile(join(fresh, 'package.json'), JSON.stringify({ type: 'module', scripts, dependencies: { node: 'file:packages/node' } }));
    // A stand-in for the package of Node 24: this Node, which says where it came from.
    const bin = join(fresh, 'packages', 'node', 'bin', 'node');
    await mkdir(dirname(bin), { recursive: true });
    await writeFile(bin, `#!/bin/sh\nCAME_WITH_THE_PACKAGES=yes exec '${process.execPath}' "$@"\n`, { mode: 0o755 });
    await writeFile(join(fresh, 'packages', 'node', 'package.json'), '{"name":"node","version":"24.0.0","bin":{"node":"bin/node"}}');
    const program = join(fresh, 'apps', 'server', 'src', 'main.ts');
    await mkdir(dirname(program), { recursive: true });
    await writeFile(program, "const { CAME_WITH_THE_PACKAGES: came }: NodeJS.ProcessEnv = process.env;\nconsole.log(came, process.argv.slice(2));\n");
    const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: fresh, npm_config_update_notifier: 'false' };
    await run('npm', ['install', '--package-lock-only', '--offline'], { cwd: fresh, env });

    const output = await run('npm', ['start', '--', '--demo'], { cwd: fresh, env });
    expect(output).toContain('Installing packages … done');
    expect(output).toContain("yes [ '--demo' ]");
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}, 60_000);

test('the browser part is built again when a source changed, and a failed build leaves the last one', async () => {
  const web = join(clone, 'apps', 'web');
  await writeBuildable(clone);
  const built = () => readFile(join(web, 'dist', 'index.html'), 'utf8');

  await writeFile(join(web, 'index.html'), 'one');
  expect(await build()).toMatch(/^Building the web app … done in \d+ s\n$/);
  expect(await build()).toBe('');
  await writeFile(join(web, 'index.html'), 'two');
  expect(await build()).toContain('done');
  expect(await built()).toBe('two');
  await writeFile(join(web, 'index.html'), 'broken');
  expect(await build()).toContain('broken page');
  expect(await built()).toBe('two');
  expect(existsSync(join(web, 'dist', '.ombud-built'))).toBe(true);
});

/** Everything that a build takes but the page. */
async function writeBuildable(folder: string): Promise<void> {
  await mkdir(join(folder, 'apps', 'web'), { recursive: true });
  await mkdir(join(folder, 'packages'), { recursive: true });
  await mkdir(join(folder, 'node_modules', 'vite', 'bin'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'package-lock.json'), '{}');
  // A stand-in for Vite: copies the page, and fails on one that says so.
  const vite = `import { cpSync, mkdirSync, readFileSync } from 'node:fs';
    const out = process.argv[process.argv.indexOf('--outDir') + 1];
    if (readFileSync('index.html', 'utf8').includes('broken')) throw new Error('broken page');
    mkdirSync(out, { recursive: true }); cpSync('index.html', out + '/index.html');`;
  await writeFile(join(folder, 'node_modules', 'vite', 'bin', 'vite.js'), vite);
}

async function build(): Promise<string> {
  const script = "const { ensureWebBuilt } = await import('./scripts/prepare.mjs'); await ensureWebBuilt();";
  return run(process.execPath, ['--input-type=module', '-e', script], { cwd: clone });
}

/** What it printed, wherever. */
async function run(command: string, args: string[], options: SpawnOptions): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  await once(child, 'close');
  return output;
}

async function launch(
  name: string,
  older: boolean,
  within?: 'shell',
): Promise<{ launcher: ChildProcess; notes: () => Promise<string> }> {
  const file = join(clone, `${name}.notes`);
  const options = older ? ['--import', join(clone, 'older.mjs')] : [];
  const command = [process.execPath, ...options, join(clone, 'launch.mjs'), file];
  // As npm does it: a shell that waits for the program and dies of a signal without passing it on.
  const [first = '', ...rest] = within ? ['/bin/sh', '-c', '"$@"; exit $?', 'sh', ...command] : command;
  const env = { ...process.env, npm_lifecycle_event: within && 'start' };
  const launcher = spawn(first, rest, { cwd: clone, detached: true, stdio: 'ignore', env });
  const notes = () => readFile(file, 'utf8').catch(() => '');
  await expect.poll(notes, { timeout: 10_000 }).toBe('ready\n');
  return { launcher, notes };
}
