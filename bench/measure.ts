/** Milliseconds below which so much of the samples lies (0.5: the median). */
export function percentile(samples: number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

export type Latencies = { p50: number; p99: number };
export const latencies = (samples: number[]): Latencies => ({ p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) });

export async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Each of the two once in turn, so that the noise of the machine hits both alike. One client. */
export async function inTurn(rounds: number, product: (round: number) => Promise<unknown>, raw: (round: number) => Promise<unknown>): Promise<{ product: Latencies; raw: Latencies }> {
  const samples = { product: [] as number[], raw: [] as number[] };
  const warmUp = Math.ceil(rounds / 10);
  for (let round = -warmUp; round < rounds; round += 1) {
    const index = Math.abs(round);
    const spent = { product: await time(() => product(index)), raw: await time(() => raw(index)) };
    if (round < 0) continue;
    samples.product.push(spent.product);
    samples.raw.push(spent.raw);
  }
  return { product: latencies(samples.product), raw: latencies(samples.raw) };
}

/** How often a second `clients` at once get it done, in slices of product and raw by turns. */
export async function ratesInTurn(options: { clients: number; slices: number; sliceMs: number }, product: (client: number) => Promise<unknown>, raw: (client: number) => Promise<unknown>): Promise<{ product: number; raw: number }> {
  const done = { product: 0, raw: 0 };
  const spent = { product: 0, raw: 0 };
  const slice = async (which: 'product' | 'raw', ms: number, work: (client: number) => Promise<unknown>, counts: boolean) => {
    const began = performance.now();
    let count = 0;
    await Promise.all(Array.from({ length: options.clients }, async (_, client) => {
      while (performance.now() - began < ms) {
        await work(client);
        count += 1;
      }
    }));
    if (!counts) return;
    done[which] += count;
    spent[which] += performance.now() - began;
  };
  await slice('product', options.sliceMs, product, false);
  await slice('raw', options.sliceMs / 2, raw, false);
  for (let turn = 0; turn < options.slices; turn += 1) {
    await slice('product', options.sliceMs, product, true);
    await slice('raw', options.sliceMs, raw, true);
  }
  return { product: (done.product / spent.product) * 1000, raw: (done.raw / spent.raw) * 1000 };
}

export type Result = { what: string; tickets: number | null; product: string; raw: string; ratio: string; budget: string; holds: boolean | null; figures?: unknown };

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const perSecond = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value)}/s`;
export const shown = ({ p50, p99 }: Latencies) => `p50 ${ms(p50)}, p99 ${ms(p99)}`;

/** A line that says why there is no figure. */
export function left(what: string, why: string, budget = ''): Result {
  return { what, tickets: null, product: `left out: ${why}`, raw: '', ratio: '', budget, holds: null };
}

export function printTable(results: Result[]): string {
  const heads = ['what', 'tickets', 'product', 'raw', 'ratio', 'budget', 'holds?'];
  const rows = results.map((result) => [result.what, result.tickets === null ? '' : String(result.tickets), result.product, result.raw, result.ratio, result.budget, result.holds === null ? '' : result.holds ? 'yes' : 'NO']);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length))); // as many columns
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`; // likewise
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
