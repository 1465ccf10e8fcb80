import { afterEach, expect, test } from 'vitest';
import { aTicket } from '../testing/factories.ts';
import { openWrapUp, wrappingUp } from './ask-wrap-up.ts';

const shown = () => wrappingUp.get()[0];

afterEach(() => wrappingUp.set([]));

test('a question that comes late leaves the sheet that is open, and is asked after it', async () => {
  const first = openWrapUp(aTicket({ number: 1 }));
  const second = openWrapUp(aTicket({ number: 2 }), 'required');
  expect(shown()?.ticket.number).toBe(1);
  shown()?.answer(false);
  expect(shown()).toMatchObject({ ticket: { number: 2 }, need: 'required' });
  shown()?.answer(true);
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(wrappingUp.get()).toEqual([]);
});

test('two who ask for the wrap-up of one ticket are answered by one sheet, which says that it is needed', async () => {
  const correcting = openWrapUp(aTicket({ number: 1 }));
  const solving = openWrapUp(aTicket({ number: 1 }), 'required');
  expect(wrappingUp.get()).toHaveLength(1);
  expect(shown()?.need).toBe('required');
  shown()?.answer(true);
  expect(await Promise.all([correcting, solving])).toEqual([true, true]);
});
