import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

async function tabsWith(kept: unknown) {
  vi.resetModules();
  const stored = new Map([['ombud.tabs.7', JSON.stringify(kept)]]);
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value) });
  const module = await import('./open-tabs.ts');
  return { ...module, stored: () => (JSON.parse(stored.get('ombud.tabs.7') ?? 'null') as { number: number }[]).map(({ number }) => number) };
}

const tab = (number: number, subject = `Ticket ${number}`) => ({ number, subject });

test('a ticket has one tab, which learns its new subject', async () => {
  const { openTab, stored } = await tabsWith([]);
  openTab(7, tab(1));
  openTab(7, tab(2));
  openTab(7, tab(1, 'Renamed'));
  expect(stored()).toEqual([1, 2]);
});

test('the neighbour takes the place of a tab that is closed', async () => {
  const { closeTab, stored } = await tabsWith([tab(1), tab(2), tab(3)]);
  expect(closeTab(7, 2)?.number).toBe(3);
  expect(closeTab(7, 3)?.number).toBe(1);
  expect(closeTab(7, 1)).toBeUndefined();
  expect(stored()).toEqual([]);
});

test('what is odd in the storage is no tab, and there are at most twenty', async () => {
  const { openTab, stored } = await tabsWith([null, { number: 'x' }, tab(1)]);
  for (let number = 2; number <= 30; number += 1) openTab(7, tab(number));
  expect(stored()).toHaveLength(20);
  expect(stored().at(-1)).toBe(30);
});
