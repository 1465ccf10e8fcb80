import { expect, test } from 'vitest';
import { almostBegins, rank } from './fuzzy.ts';

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

test('slips of the hand are forgiven in words of four letters and more', () => {
  for (const typed of ['singature', 'sgnature', 'signatuure', 'signxture']) expect(rank('Signature', typed), typed).toBe(0.6);
  expect(rank('Time zone', 'tmie')).toBe(0.6);
  expect(rank('Time zone', 'tzz')).toBeNull();
  expect(almostBegins('signature', 'resolution')).toBe(false);
});

test('what explains a thing finds it too, below what is called so', () => {
  expect(rank('Density', 'rows', 'Dense shows more rows at once')).toBe(0.8);
  expect(rank('Density', 'roows', 'Dense shows more rows at once')).toBe(0.3);
});
