import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { launchChromium } from '../../tests/support/chromium.ts';
import { openBenchDesk, type BenchDesk } from '../desk.ts';
import { makeQuestions } from '../cases/browser.ts';
import { percentile } from '../measure.ts';
import { measureWeb, type Samples, type WebDesk } from './measures.ts';
import { routeSizes } from './sizes.ts';

/**
 * npm run bench:web [-- --tickets 10000,100000] [--keep folder]
 * The budgets of the workspace in a real browser, with the processor as it is and slowed four times; one table, and
 * bench/results/web.json. Not a test: nothing fails when a budget does not hold.
 */
const budgets: Record<string, number> = {
  'key to visible reaction: next row': 50,
  'key to visible reaction: command bar': 50,
  'ticket that is held already': 100,
  'ticket that is not held yet': 300,
  'switch view, from the server': 200,
  'switch view, held': 200,
  'search, first hits': 400,
  'cold start to a usable list': 2_000,
  'interaction to next paint (INP)': 100,
  'layout shift (CLS) of a cold start': 0.02,
  'layout shift (CLS) of the session': 0.02,
};

type Line = { what: string; tickets: number; samples: number; p50: number; p75: number; slowP50: number; slowP75: number; budget: number; holds: boolean };

const option = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return (at > 0 && process.argv[at + 1]) || otherwise;
};
const log = (line: string) => process.stderr.write(`${line}\n`);
const sizes = option('tickets', '10000').split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1_000)) {
  log('--tickets takes whole numbers from 1000 on');
  process.exit(2);
}

const lines: Line[] = [];
for (const tickets of sizes) {
  log(`${tickets} tickets`);
  const desk = await openBenchDesk(tickets, log, { keep: option('keep', '') });
  try {
    lines.push(...(await measureDesk(desk)));
  } finally {
    await desk.stop();
  }
}
const routes = routeSizes();
process.stdout.write(`${linesTable(lines)}\n\n${routesTable()}\n`);
const folder = new URL('../results/', import.meta.url);
await mkdir(folder, { recursive: true });
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
await writeFile(new URL('web.json', folder), `${JSON.stringify({ at: new Date().toISOString(), machine, lines, routes }, null, 2)}\n`);

async function measureDesk(bench: BenchDesk): Promise<Line[]> {
  const password = 'correct horse battery';
  const email = `web-${process.pid}@bench.example`;
  await bench.ask('POST', '/api/v1/agents', { name: 'Web', email, role: 'admin', password });
  const desk: WebDesk = { url: `http://localhost:${bench.port}`, email, password, questions: makeQuestions(120) };
  const browser = await launchChromium();
  try {
    // Once unmeasured, so that neither the server nor the database is cold.
    log('  warming up …');
    await measureWeb(browser, desk, { colds: 1, rounds: 4 });
    log('  measuring …');
    const usual = await measureWeb(browser, desk);
    log('  measuring, the processor slowed 4 × …');
    const slow = await measureWeb(browser, desk, { slower: 4, colds: 5, rounds: 16 });
    return Object.entries(budgets).map(([what, budget]) => lineOf(what, budget, bench.tickets, usual, slow));
  } finally {
    await browser.close();
  }
}

function lineOf(what: string, budget: number, tickets: number, usual: Samples, slow: Samples): Line {
  const of = (samples: Samples, part: number) => percentile(samples[what] ?? [], part);
  const p75 = of(usual, 0.75);
  return { what, tickets, samples: usual[what]?.length ?? 0, p50: of(usual, 0.5), p75, slowP50: of(slow, 0.5), slowP75: of(slow, 0.75), budget, holds: p75 <= budget };
}

function shown(what: string, value: number): string {
  return what.startsWith('layout shift') ? value.toFixed(4) : `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

function linesTable(all: Line[]): string {
  return table(
    ['what', 'tickets', 'samples', 'p50', 'p75', 'slowed 4 ×: p50', 'p75', 'budget (p75)', 'holds?'],
    all.map((line) => [line.what, String(line.tickets), String(line.samples), shown(line.what, line.p50), shown(line.what, line.p75), shown(line.what, line.slowP50), shown(line.what, line.slowP75), `≤ ${shown(line.what, line.budget)}`, line.holds ? 'yes' : 'NO']),
  );
}

function routesTable(): string {
  const kilo = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  return table(['route', 'script, compressed', 'beyond the inbox', 'style'], routes.map(({ route, script, own, style }) => [route, kilo(script), kilo(own), kilo(style)]));
}

function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length))); // as many columns
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`; // likewise
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
