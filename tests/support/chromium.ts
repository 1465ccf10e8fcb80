import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

type Found = { executablePath: string; env: Record<string, string> };

/**
 * A headless Chromium with a fresh profile: the one that CHROME_PATH names, the system's, or the one that comes with npm
 * (unpacked once into node_modules/.cache). Close it in `afterAll`.
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, headless: true, args, env: { ...ownEnvironment(), ...env }, timeout: 60_000 });
}

async function findChromium(): Promise<Found> {
  const named = process.env['CHROME_PATH'];
  const system = [named, ...systemBrowsers].find((path) => path !== undefined && isExecutable(path));
  return system ? { executablePath: system, env: {} } : unpackFromNpm();
}

async function unpackFromNpm(): Promise<Found> {
  const packageRoot = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(cache, folder);
  const executablePath = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: await writeFontConfiguration(folder) };
  // Its own copies of the NSS libraries are for systems that have none; elsewhere they would hide the system's.
  const lacksLibraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;
  return { executablePath, env: lacksLibraries ? { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : fonts };
}

// The package's own configuration names folders of the system that it is made for; without any font, Chromium shows no text
// at all, not even in the fonts of the page.
async function writeFontConfiguration(folder: string): Promise<string> {
  const path = join(folder, 'our-fonts.conf');
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = [...folders.map((each) => `<dir>${each}</dir>`), `<cachedir>${join(folder, 'font-cache')}</cachedir>`];
  await writeFile(path, `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`);
  return path;
}

// The package unpacks into the temporary folder, where a half-written browser passes for a whole one; so it is given a
// temporary folder of its own, which takes its final name when it is complete.
async function unpack(cache: string, folder: string): Promise<void> {
  const unfinished = join(cache, `chromium.${process.pid}.new`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  // AWS_EXECUTION_ENV makes it unpack the libraries as well.
  const env = { ...ownEnvironment(), TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env,
    cwd: dirname(fileURLToPath(import.meta.url)),
  });
  // Another worker may have been first; its copy is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
