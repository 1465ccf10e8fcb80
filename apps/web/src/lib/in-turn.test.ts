import { expect, test } from 'vitest';
import { createRepeat, createTurns } from './in-turn.ts';

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

test('who asks while it runs is not told that it has been done, but gets one more run, together with all others', async () => {
  const ends: (() => void)[] = [];
  const ask = createRepeat(() => new Promise<void>((resolve) => ends.push(resolve)));
  const heard: string[] = [];
  const first = ask().then(() => heard.push('first'));
  const late = [ask(), ask()].map((run) => run.then(() => heard.push('late')));
  expect(ends).toHaveLength(1);
  ends[0]!();
  await first;
  await expect.poll(() => ends.length).toBe(2);
  expect(heard).toEqual(['first']);
  ends[1]!();
  await Promise.all(late);
  expect(heard).toEqual(['first', 'late', 'late']);
  void ask();
  expect(ends).toHaveLength(3);
});

test('a run that fails does not keep the next one from running', async () => {
  let runs = 0;
  const ask = createRepeat(async () => {
    runs += 1;
    if (runs === 1) throw new Error('no line');
  });
  const first = ask();
  const second = ask();
  await expect(first).rejects.toThrow('no line');
  await second;
  expect(runs).toBe(2);
});
