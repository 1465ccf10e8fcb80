import Holidays from 'date-holidays';
import { parentPort, workerData } from 'node:worker_threads';
import type { Holiday } from '../calendars.schemas.ts';
import type { HolidayQuestion } from './holidays.ts';

/** Runs by itself: some 60 MB of rules and calendars of the moon, which are gone with the thread. */

const languages = ['en', 'sv', 'es', 'da', 'pl'] as const;
const dayMs = 86_400_000;
const types = ['public', 'bank', 'optional'] as const;

function countries() {
  const all = new Holidays();
  return Object.keys(all.getCountries('en')).map((country) => ({
    country,
    regions: Object.entries(all.getStates(country, 'en') ?? {}).map(([code, name]) => ({ code, name })),
  }));
}

function holidays({ country, region, years }: Extract<HolidayQuestion, { ask: 'holidays' }>): Holiday[] {
  const rules = new Holidays({ country, ...(region === null ? {} : { state: region }) }, { types: [...types] });
  const found = new Map<string, Holiday>();
  for (const year of years) {
    for (const language of languages) {
      for (const { date, start, end, name, rule, type } of rules.getHolidays(year, language)) {
        const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
        const kind = types.find((each) => each === type);
        // What begins or ends within a day ("from noon") is no day off.
        const days = Math.round((end.getTime() - start.getTime()) / dayMs);
        for (let day = 0; kind && day < days; day += 1) {
          const on = new Date(first + day * dayMs).toISOString().slice(0, 10);
          const key = `${on} ${rule}`;
          const holiday = found.get(key) ?? { date: on, rule, type: kind, names: {} };
          holiday.names[language] = name;
          found.set(key, holiday);
        }
      }
    }
  }
  return [...found.values()].toSorted((one, other) => one.date.localeCompare(other.date));
}

const question = workerData as HolidayQuestion; // given by askThread alone
parentPort?.postMessage(question.ask === 'countries' ? countries() : holidays(question));
