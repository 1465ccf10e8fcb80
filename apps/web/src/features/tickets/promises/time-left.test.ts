import { createFormats } from '@ombud/i18n';
import { expect, test } from 'vitest';
import { leftText, urgencyOf } from './time-left.tsx';

const formats = createFormats('en', 'UTC');
const now = Date.UTC(2026, 11, 1, 10);

test.each([
  ['12:41', 12 * 60 + 41, 'soon'],
  ['0:09', 9, 'soon'],
  ['45m', 45 * 60, 'soon'],
  ['3h 5m', 3 * 3600 + 5 * 60, 'calm'],
  ['3 Dec', 48 * 3600, 'calm'],
  ['8m', -8 * 60, 'over'],
  ['2h', -2 * 3600, 'over'],
])('%s', (shown, seconds, urgency) => {
  const due = new Date(now + seconds * 1_000);
  expect([leftText(due, now, formats), urgencyOf(due, now)]).toEqual([shown, urgency]);
});
