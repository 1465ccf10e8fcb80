// Gets a fresh clone ready, on any Node from 18 on and with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What "npm start" runs. */
export const program = 'apps/server/src/main.ts';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.ombud-installed');
const dist = join(root, 'apps', 'web', 'dist');
/** Kept compiled code makes the next start about half a second quicker. */
const compiled = join(root, 'node_modules', '.cache', 'compiled');

/** Installs the packages that package-lock.json names, unless they are there. */
export async function ensureInstalled() {
  const wanted = `${hash(readFileSync(lockFile))} ${process.platform}-${process.arch}\n`;
  if (readIfThere(stampFile) === wanted) return;
  if (!matchesLockFile()) {
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const failure = await runQuietly('Installing packages', [
      ...npm,
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (failure) stop(failure);
  }
  const version = spawnSync(node24, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    stop(
      'Node 24 did not come with the packages: allow install scripts (npm config set ignore-scripts false), then start again.',
    );
  }
  writeFileSync(stampFile, wanted);
}

/**
 * Builds the browser's part, unless what lies in apps/web/dist was built from the same sources. `file`, a TypeScript file
 * of ours that is to run next, is compiled beside it.
 */
export async function ensureWebBuilt(file) {
  const failure = await buildWeb(() => file && compile(file));
  if (failure) stop(failure);
}

/** The same for callers that go on after a failed build: answers what went wrong, if anything did. `meanwhile` runs beside the build. */
export async function buildWeb(meanwhile = () => undefined) {
  const web = join(root, 'apps', 'web');
  if (!existsSync(join(web, 'index.html'))) return undefined;
  const wanted = hashSources([web, join(root, 'packages')]);
  if (readIfThere(join(dist, '.ombud-built')) === wanted) return undefined;
  // Built aside and swapped in, so that a failed or interrupted build leaves the last good one.
  const next = `${dist}-next-${process.pid}`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    const build = runQuietly('Building the web app', [node24, vite, 'build', '--outDir', next, '--emptyOutDir'], web);
    const [failure] = await Promise.all([build, meanwhile()]);
    if (failure) return failure;
    writeFileSync(join(next, '.ombud-built'), wanted);
    rmSync(dist, { recursive: true, force: true });
    renameSync(next, dist);
    return undefined;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/**
 * Fills the compile cache in a process that ends: whoever strips types keeps the compiler for it, which is WebAssembly,
 * for good. What fails here shows again in the start itself.
 */
async function compile(file) {
  // The options are part of what V8 knows its code by.
  const child = spawn(node24, [...process.execArgv, join(root, file), '--compile-only'], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('error', resolve).once('exit', resolve));
}

/** glibc gives each thread a heap of its own, of which little is ever given back: 40 to 60 of 375 MB at rest. */
const oneHeap = { MALLOC_ARENA_MAX: '1' };

/** Where this process is the one that will serve: begins again, under the same number, with one heap for all threads. */
export function beginWithOneHeap() {
  const isOurs = Number(process.versions.node.split('.')[0]) >= 24 && process.platform === 'linux' && !process.send;
  if (!isOurs || process.env.MALLOC_ARENA_MAX || !process.execve) return;
  process.emitWarning = () => undefined; // that execve is experimental: nothing of this process is left after it
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], { ...process.env, ...oneHeap });
}

/**
 * Runs a TypeScript file of ours on Node 24: in this very process if it is one, else in a child that gets every signal
 * once and whose exit code becomes ours.
 */
export async function runOnNode24(file, args = []) {
  const path = join(root, file);
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    process.argv = [process.execPath, path, ...args];
    stopWithNpm(() => process.kill(process.pid, 'SIGTERM'));
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(compiled);
    await import(new URL(file, new URL('..', import.meta.url)).href);
    return;
  }
  const follow = new URL('follow-launcher.mjs', import.meta.url).href;
  // A group of its own: Ctrl-C goes to every process of the terminal's group, and we pass it on ourselves.
  const child = spawn(node24, [...process.execArgv, '--import', follow, path, ...args], {
    env: { ...oneHeap, ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => child.kill(name));
  stopWithNpm(() => child.kill('SIGTERM'));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? 128 + (signal === 'SIGKILL' ? 9 : 15)));
  });
  process.exit(code);
}

// npm passes SIGTERM on to the shell in which it runs a script, and many shells die of it without telling us. A signal
// that reached us anyway (Ctrl-C, a closed terminal) is not followed by a second one.
function stopWithNpm(stopProgram) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stopProgram();
  }, 250);
  watch.unref();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(name, () => clearInterval(watch));
}

/** Shows one calm line while a command runs; answers its output if it failed. */
async function runQuietly(what, [command, ...args], cwd = root) {
  const started = Date.now();
  process.stdout.write(`${what} …`);
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-100_000)));
  const status = await new Promise((resolve) => {
    child.once('error', (error) => resolve((output += error.message)));
    child.once('close', resolve);
  });
  process.stdout.write(status === 0 ? ` done in ${Math.round((Date.now() - started) / 1000)} s\n` : ' failed\n');
  return status === 0 ? undefined : `${output.trim()}\n\n${what} failed; the reason stands above.`;
}

// Whoever ran "npm install" by hand has everything although there is no stamp.
function matchesLockFile() {
  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const have = JSON.parse(installed).packages;
  const want = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(want).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    if (!have[path]) return Boolean(entry.optional);
    return have[path].version === entry.version && have[path].integrity === entry.integrity;
  });
}

function hashSources(folders) {
  const sum = createHash('sha256').update(readFileSync(lockFile));
  for (const folder of folders) addFolder(sum, folder);
  return sum.digest('hex');
}

function addFolder(sum, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^(node_modules|dist.*|\.cache|.*\.tsbuildinfo|.*\.test\.tsx?)$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(sum, path);
    else sum.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
