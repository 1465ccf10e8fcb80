import { expect, test } from 'vitest';
import { blockMark as at, inBlock } from './in-block.ts';

const text = (...conditions: string[]) => inBlock(26, conditions).text.replaceAll(`1a/${at}/`, '~');

test('each word stands with its workspace and its block', () => {
  expect(inBlock(26, [`('lamp':*|'lam')`, `'folder:inbox'`])).toEqual({ text: `('1a/${at}/lamp':*|'1a/${at}/lam')&'1a/${at}/folder:inbox'`, isExact: true });
});

test('what looks like an operator within a word is part of it', () => {
  expect(text(`'tag:it''s <1> & ''so'''`)).toBe(`'~tag:it''s <1> & ''so'''`);
  expect(inBlock(1, [`'a<1>b'`]).isExact).toBe(true);
});

test('words beside each other are both there; what they are is looked at in the ticket', () => {
  expect(text(`(('broken'<1>('lamp'|'lam'))|'brokenlamp')`)).toBe(`(('~broken'&('~lamp'|'~lam'))|'~brokenlamp')`);
  expect(inBlock(1, [`('a'<2>'b')`]).isExact).toBe(false);
});

test('a ticket that must not have words beside each other may have both of them', () => {
  expect(text(`'lamp'`, `!('broken'<1>'lamp')`, `!('torch')`)).toBe(`'~lamp'&!('~torch')`);
  expect(inBlock(1, [`'lamp'`, `!('broken'<1>'lamp')`]).isExact).toBe(false);
  expect(text(`'lamp'`, `(!('broken'<1>'lamp')|'torch')`)).toBe(`'~lamp'`);
  expect(() => inBlock(1, [`!('broken'<1>'lamp')`])).toThrow('the search index');
});
