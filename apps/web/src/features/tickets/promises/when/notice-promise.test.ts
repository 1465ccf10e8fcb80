import { languages } from '@ombud/i18n';
import { describe, expect, test } from 'vitest';
import { toFields } from '../../snooze/snooze-times.ts';
import { noticePromise, type Noticed } from './notice-promise.ts';
import { readWhen, type When } from './read-when.ts';
import * as da from './sentences/da.ts';
import * as en from './sentences/en.ts';
import * as es from './sentences/es.ts';
import * as pl from './sentences/pl.ts';
import * as sv from './sentences/sv.ts';

const sentences = { en, sv, es, da, pl };
const zone = 'Europe/Stockholm';
/** Tuesday, 10:00 there. */
const now = new Date('2026-12-01T09:00:00Z');
const notice = (text: string) => noticePromise(text, { now, zone });

function shown(when: When | undefined | null): string {
  if (!when) return 'nothing';
  if ('day' in when) return String(Number(when.day.slice(8)));
  const end = toFields(when.at, zone);
  return `${Number(end.date.slice(8))} ${when.from ? `${toFields(when.from, zone).time}-` : ''}${end.time}`;
}

/** A sentence may have several lines; its last ends with what is expected. */
function readKept(text: string): [string, string][] {
  return [...text.matchAll(/([^|]+?) \| (.+)\n/g)].map(([, sentence = '', due = '']) => [sentence.trim(), due]);
}

describe.each(languages)('in %s', (language) => {
  const { kept, noPromise } = sentences[language];
  const [yes, no] = [readKept(kept), noPromise.trim().split('\n')];

  test('there are enough sentences', () => expect([yes.length >= 60, no.length >= 60]).toEqual([true, true]));
  test.each(yes)('%s', (sentence, due) => expect(shown(notice(sentence)?.when)).toBe(due));
  test.each(no)('no promise: %s', (sentence) => expect(notice(sentence)).toBeNull());
});

test('the sentence is told as it was written, and whether it is a call', () => {
  const text = 'Hej Anna!\n\nTack för ditt mejl. Jag ringer dig på torsdag kl. 15.\n\nMed vänlig hälsning\nBo';
  expect(notice(text)).toMatchObject({ text: 'Jag ringer dig på torsdag kl. 15', isCall: true, language: 'sv' } satisfies Partial<Noticed>);
  expect(notice('Dzień dobry Anno, oddzwonimy jutro do 15.')?.text).toBe('oddzwonimy jutro do 15');
  expect(notice('We will send it tomorrow.')).toMatchObject({ isCall: false, language: 'en' });
});

test('a moment that is over is none', () => {
  expect(readWhen('today at 9', 'en', now, zone)).toBeNull();
  expect(readWhen('2026-11-30', 'en', now, zone)).toBeNull();
  expect(readWhen('2026-02-30', 'en', now, zone)).toBeNull();
});

test('a day is one where the agent is, also on the night when the clocks change', () => {
  expect(readWhen('tomorrow', 'en', new Date('2026-12-01T23:30:00Z'), zone)).toEqual({ day: '2026-12-03' });
  expect(readWhen('tomorrow at 15:00', 'en', new Date('2026-03-28T12:00:00Z'), zone)).toEqual({ at: new Date('2026-03-29T13:00:00Z'), from: null });
});

test.each([
  ['one word without end', 'a'.repeat(200_000)],
  ['figures', '1 '.repeat(100_000)],
  ['beginnings of promises', 'I will '.repeat(30_000)],
  ['beginnings of times', 'between 1 and between 1 and '.repeat(10_000)],
  ['quotation marks', '"'.repeat(100_000)],
  ['short sentences', 'I will call you. '.repeat(10_000)],
])('a text of %s is read at once', (_what, text) => {
  const began = performance.now();
  expect(notice(text)).toBeNull();
  // Some milliseconds; what looked at each place again for each other one would take minutes.
  expect(performance.now() - began).toBeLessThan(5_000);
});
