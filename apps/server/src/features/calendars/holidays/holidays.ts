import { Worker } from 'node:worker_threads';
import type { Holiday, HolidaySource } from '../calendars.schemas.ts';

export type HolidayCountry = { country: string; regions: { code: string; name: string }[] };
export type HolidayQuestion = { ask: 'countries' } | { ask: 'holidays'; country: string; region: string | null; years: number[] };

const patience = 30_000;
/** Answers that are kept: what an administrator looks at while they fill in a calendar. */
const mostKnown = 40;
const known = new Map<string, Promise<Holiday[]>>();
let turn: Promise<unknown> = Promise.resolve();

/** The countries whose holidays are known, with their regions. */
export function holidayCountries(): Promise<HolidayCountry[]> {
  return askThread<HolidayCountry[]>({ ask: 'countries' });
}

/** Public, bank and optional holidays of a year, in order; none for a country that is not known. */
export function holidaysOf({ country, region }: Pick<HolidaySource, 'country' | 'region'>, year: number): Promise<Holiday[]> {
  const key = `${country} ${region ?? ''} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const answer = askThread<Holiday[]>({ ask: 'holidays', country, region, years: [year] });
  answer.catch(() => known.delete(key));
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
  known.set(key, answer);
  return answer;
}

/** Those of several years at once, which are not kept. */
export function holidaysOfYears({ country, region }: Pick<HolidaySource, 'country' | 'region'>, years: number[]): Promise<Holiday[]> {
  return askThread<Holiday[]>({ ask: 'holidays', country, region, years });
}

/** Those on which the desk is closed. */
export function daysOff(holidays: readonly Holiday[], { left_out, taken_in }: HolidaySource): Holiday[] {
  return holidays.filter(({ rule, type }) => (type === 'optional' ? taken_in.includes(rule) : !left_out.includes(rule)));
}

/** One thread at a time, which takes its memory along when it ends. */
function askThread<Answer>(question: HolidayQuestion): Promise<Answer> {
  const answer = turn.then(() => runThread<Answer>(question));
  turn = answer.catch(() => undefined);
  return answer;
}

function runThread<Answer>(question: HolidayQuestion): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./holiday-thread.ts', import.meta.url), { workerData: question, resourceLimits: { maxOldGenerationSizeMb: 256 }, env: {} });
    const timer = setTimeout(() => end(() => reject(new Error(`the holidays took longer than ${patience} ms`))), patience);
    function end(tell: () => void): void {
      clearTimeout(timer);
      tell();
      void thread.terminate();
    }
    thread.once('message', (answer: Answer) => end(() => resolve(answer)));
    thread.once('error', (error) => end(() => reject(error instanceof Error ? error : new Error(String(error)))));
    thread.once('exit', (code) => end(() => reject(new Error(`the thread of the holidays ended with ${code}`))));
  });
}
