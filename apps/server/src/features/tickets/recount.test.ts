import { expect, test } from 'vitest';
import { createRecount } from './recount.ts';

test('a burst of questions costs two counts, and the second sees what happened after the first began', async () => {
  const recount = createRecount();
  let truth = 0;
  let counted = 0;
  const count = async () => {
    counted += 1;
    return truth;
  };
  const first = recount('open', count);
  const later = Array.from({ length: 200 }, () => {
    truth += 1;
    return recount('open', count);
  });
  expect(await first).toBe(0);
  expect(await Promise.all(later)).toEqual(Array.from({ length: 200 }, () => 200));
  expect(counted).toBe(2);
});

test('one thing does not wait for another, and a count that failed is made again', async () => {
  const recount = createRecount();
  expect(await recount('open', async () => 1)).toBe(1);
  expect(await recount('mine', async () => 2)).toBe(2);
  await expect(recount('open', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
  expect(await recount('open', async () => 3)).toBe(3);
});
