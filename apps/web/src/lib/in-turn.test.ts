import { expect, test } from 'vitest';
import { createTurns } from './in-turn.ts';

test('the second waits for the answer to the first, also when that fails; another key does not', async () => {
  const turns = createTurns<string>();
  const heard: string[] = [];
  let fail = () => {};
  const first = turns.take('ticket 1', () => new Promise((_, reject) => (fail = () => reject(new Error('no line')))));
  const second = turns.take('ticket 1', async () => heard.push('second'));
  await turns.take('ticket 2', async () => heard.push('other'));
  expect(heard).toEqual(['other']);
  expect(turns.isTaken('ticket 1')).toBe(true);
  fail();
  await expect(first).rejects.toThrow('no line');
  await second;
  expect(heard).toEqual(['other', 'second']);
  expect(turns.isTaken('ticket 1')).toBe(false);
});
