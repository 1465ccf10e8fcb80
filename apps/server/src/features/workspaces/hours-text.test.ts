import { expect, test } from 'vitest';
import { hoursText } from './hours-text.ts';

const office = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];
const short = [{ from: '10:00', to: '14:00' }];

test.each([
  [[office, office, office, office, office, short, []], 'en', 'Monday–Friday 08:00–12:00, 13:00–17:00; Saturday 10:00–14:00'],
  [[short, [], short, short, [], [], []], 'en', 'Monday 10:00–14:00; Wednesday–Thursday 10:00–14:00'],
  [[office, [], [], [], [], [], office], 'sv', 'måndag 08:00–12:00, 13:00–17:00; söndag 08:00–12:00, 13:00–17:00'],
  [[short, short, short, short, short, short, short], 'pl', 'poniedziałek–niedziela 10:00–14:00'],
  [[[], [], [], [], [], [], []], 'da', ''],
])('%j in %s', (hours, language, text) => {
  expect(hoursText(hours, language)).toBe(text);
});
