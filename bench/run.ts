import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { searchInBrowser } from './cases/browser.ts';
import { createTickets, listOpen, openTicket, viewCounts } from './cases/api.ts';
import { changeToScreens } from './cases/live.ts';
import { mailToTicket } from './cases/mail.ts';
import { startAndMemory } from './cases/program.ts';
import { duePromises } from './cases/promises.ts';
import { dueDeadlines } from './cases/deadlines.ts';
import { yearOfReports } from './cases/reports.ts';
import { handOutTickets } from './cases/routing.ts';
import { savedViewCounts } from './cases/saved-views.ts';
import { searchWords } from './cases/search.ts';
import { openBenchDesk, type BenchDesk } from './desk.ts';
import { left, printTable, type Result } from './measure.ts';

/**
 * npm run bench [-- --tickets 10000,100000] [--only list,open] [--profile] [--keep folder]
 * Every figure with its limit from the same run; the budgets are in docs/adr and the brief of performance. Not a test:
 * nothing fails when a budget does not hold.
 */
const cases: Record<string, (desk: BenchDesk) => Promise<Result[]>> = { list: listOpen, open: openTicket, views: viewCounts, 'saved-views': savedViewCounts, search: searchWords, browser: searchInBrowser, live: changeToScreens, create: createTickets, mail: mailToTicket, promises: duePromises, deadlines: dueDeadlines, routing: handOutTickets, reports: yearOfReports };

/** Cases in which the search index is read, or written beside. */
const indexed = ['search', 'browser', 'live', 'create', 'mail'];

const sizes = option('tickets', '10000,100000').split(',').map(Number);
const only = option('only', '').split(',').filter(Boolean);
const wanted = (name: string) => only.length === 0 || only.includes(name);
const unknown = only.find((name) => name !== 'program' && !Object.hasOwn(cases, name));
if (unknown || sizes.some((size) => !Number.isInteger(size) || size < 1_000)) {
  process.stderr.write(`--tickets takes whole numbers from 1000 on; --only takes some of ${[...Object.keys(cases), 'program'].join(', ')}\n`);
  process.exit(2);
}

const log = (line: string) => process.stderr.write(`${line}\n`);
const results: Result[] = [];
if (Object.keys(cases).some(wanted)) for (const size of sizes) results.push(...(await measureSize(size)));
if (wanted('program')) results.push(...(await attempt('start and memory', startAndMemory)));
process.stdout.write(`${printTable(results)}\n`);
await keep(results);

async function measureSize(size: number): Promise<Result[]> {
  log(`\n${size} tickets`);
  const desk = await openBenchDesk(size, log, { profile: process.argv.includes('--profile'), index: indexed.some(wanted), keep: option('keep', '') });
  const found: Result[] = [];
  try {
    const rate = size / desk.generated.seconds;
    found.push({ what: 'generator', tickets: size, product: `${Math.round(rate)} tickets/s`, raw: '', ratio: '', budget: '≥ 5,000 tickets/s', holds: rate >= 5_000 });
    for (const [name, measure] of Object.entries(cases)) if (wanted(name)) found.push(...(await attempt(name, () => measure(desk))));
  } finally {
    await desk.stop();
  }
  return found;
}

/** A case that breaks is told in its place, and the others go on. */
async function attempt(name: string, measure: () => Promise<Result[]>): Promise<Result[]> {
  log(`  ${name} …`);
  return measure().catch((error: unknown) => [left(name, error instanceof Error ? error.message : String(error))]);
}

async function keep(found: Result[]): Promise<void> {
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
  const at = new Date().toISOString();
  await writeFile(new URL(`${at.replace(/[:.]/g, '-')}.json`, folder), `${JSON.stringify({ at, machine, results: found }, null, 2)}\n`);
}

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return process.argv[at + 1] && at > 0 ? process.argv[at + 1]! : otherwise; // looked at just before
}
