import { expect, test } from 'vitest';
import { isNear, macrosFor, searchMacros } from './search-macros.ts';
import type { Macro } from './types.ts';

const now = Date.parse('2026-05-01T12:00:00Z');
let made = 0;

function aMacro(name: string, { text = '', keywords = [], used = 0, own = 0, lastUsed = null, brand = null }: { text?: string; keywords?: string[]; used?: number; own?: number; lastUsed?: string | null; brand?: number | null } = {}): Macro {
  made += 1;
  return {
    id: made, name, shared: true, brand: brand === null ? null : { id: brand, name: 'Brand', color: '#000000' }, message: null, keywords, texts: text ? [{ language: 'en', html: text, text }] : [], actions: {},
    used: { count: used, last_used_at: null }, used_by_me: { count: own, last_used_at: lastUsed }, archived: false, created_at: '', updated_at: '',
  };
}

const find = (macros: Macro[], typed: string) => searchMacros(macros, typed, { now, compare: (one, other) => one.localeCompare(other) }).map(({ name }) => name);

const desk = [
  aMacro('Återbetalning', { text: 'Pengarna är hos dig inom tre dagar', keywords: ['refund'] }),
  aMacro('Restart the router', { text: 'Please unplug the router for ten seconds' }),
  aMacro('Łączenie konta', { text: 'Konto zostało połączone' }),
  aMacro('Røde lamper', { text: 'Lampen er på vej' }),
];

test.each([
  ['ater', ['Återbetalning']],
  ['REFUND', ['Återbetalning']],
  ['rotuer', ['Restart the router']],
  ['restrat', ['Restart the router']],
  ['router restart', ['Restart the router']],
  ['unplug', ['Restart the router']],
  ['laczenie', ['Łączenie konta']],
  ['rode lmaper', ['Røde lamper']],
  ['pengarna', ['Återbetalning']],
  ['zzz', []],
  ['router refund', []],
])('%s finds %j', (typed, names) => expect(find(desk, typed)).toEqual(names));

test('a name weighs more than a text', () => {
  expect(find([aMacro('Thanks', { text: 'about your invoice' }), aMacro('Invoice sent')], 'invoice')).toEqual(['Invoice sent', 'Thanks']);
});

test('without a word, one’s own of late stand first, then what others use, then by name', () => {
  const macros = [aMacro('b'), aMacro('a'), aMacro('popular', { used: 500 }), aMacro('long ago', { own: 3, lastUsed: '2025-01-01T00:00:00Z' }), aMacro('yesterday', { own: 1, lastUsed: '2026-04-30T12:00:00Z' })];
  expect(find(macros, '')).toEqual(['yesterday', 'long ago', 'popular', 'a', 'b']);
});

test('only those of the brand and of all brands are for its tickets', () => {
  expect(macrosFor([aMacro('all'), aMacro('mine', { brand: 1 }), aMacro('other', { brand: 2 })], 1).map(({ name }) => name)).toEqual(['all', 'mine']);
});

test.each([
  ['router', 'rotuer', 1, true],
  ['router', 'rooter', 1, true],
  ['router', 'route', 1, true],
  ['router', 'roast', 1, false],
  ['ab', 'abcd', 1, false],
])('%s and %s within %i: %s', (one, other, most, near) => expect(isNear(one, other, most)).toBe(near));
