import { expect, test } from 'vitest';
import { rank } from './command-search.ts';

test('a command is found without its marks and by the beginnings of its words', () => {
  expect(rank('Gå till inställningarna', 'ga inst')).not.toBeNull();
  expect(rank('Wyślij i rozwiąż', 'wyslij')).toBe(3);
  expect(rank('Przejdź do wysyłki', 'wysylki')).toBe(2);
});

test('a command that lacks a word is not offered', () => {
  expect(rank('Go to the inbox', 'inbox outbox')).toBeNull();
});

test('an earlier and whole beginning ranks higher', () => {
  expect(rank('Open', 'o')!).toBeGreaterThan(rank('Undo', 'o')!);
});
