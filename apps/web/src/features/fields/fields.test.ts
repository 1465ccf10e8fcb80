import { expect, test } from 'vitest';
import { labelOf, missingToSolve, offeredOptions, pathOf, type Field } from './fields.ts';
import { filterParts, filterText, readFieldFilters, withFilter } from './filters.ts';
import { treeSteps } from './tree-steps.ts';

const option = (key: string, parent: string | null = null, more: Partial<Field['options'][number]> = {}) => ({ key, parent, label: key.toUpperCase(), labels: {}, archived: false, ...more });
const aField = (more: Partial<Field> = {}): Field => ({ id: 1, key: 'product', type: 'tree', brand: null, label: 'Product', labels: { sv: 'Produkt' }, help: '', helps: {}, required: 'never', filterable: true, filter_ready: true, options: [option('router'), option('r200', 'router', { labels: { sv: 'R tvåhundra' } }), option('old', 'router', { archived: true }), option('phone')], archived: false, created_at: '', updated_at: '', ...more });

test('names are the reader’s, else as they were first called', () => {
  expect([labelOf(aField(), 'sv'), labelOf(aField(), 'pl')]).toEqual(['Produkt', 'Product']);
  expect(pathOf(aField(), 'r200', 'sv')).toEqual(['ROUTER', 'R tvåhundra']);
  expect(pathOf(aField(), 'gone', 'en')).toEqual(['gone']);
});

test('an archived option is offered only where it is chosen already', () => {
  expect(offeredOptions(aField()).map(({ key }) => key)).not.toContain('old');
  expect(offeredOptions(aField(), 'old').map(({ key }) => key)).toContain('old');
});

test('a tree is gone down step by step, or searched whole', () => {
  const steps = (branch: string | null, typed = '') => treeSteps(aField(), { branch, typed, language: 'sv' });
  expect(steps(null)).toEqual([{ value: 'router', label: 'ROUTER', opens: true }, { value: 'phone', label: 'PHONE', opens: false }]);
  expect(steps('router').map(({ value }) => value)).toEqual(['r200']);
  expect(steps(null, 'router tvahund')).toEqual([{ value: 'r200', label: 'ROUTER → R tvåhundra' }]);
});

test('what is missing is asked of live fields of the brand, and only where the values are known', () => {
  const fields = [aField({ required: 'solve' }), aField({ key: 'other', required: 'solve', brand: { id: 9, name: '', color: '' } }), aField({ key: 'gone', required: 'solve', archived: true }), aField({ key: 'free' })];
  const missing = (values?: Record<string, string>) => missingToSolve(fields, { brand: { id: 1 }, fields: values }).map(({ key }) => key);
  expect(missing({})).toEqual(['product']);
  expect(missing({ product: 'phone' })).toEqual([]);
  expect(missing()).toEqual([]);
});

test('filters of an address: each field once, what is none is left out', () => {
  expect(readFieldFilters(['product:router', 'price:10..', 'product:phone', 'Nope:x', 7, 'x:'])).toEqual(['product:phone', 'price:10..']);
  expect(readFieldFilters('serial:a:b')).toEqual(['serial:a:b']);
  expect(readFieldFilters(undefined)).toBeUndefined();
  expect(filterParts('serial:a:b')).toEqual({ key: 'serial', value: 'a:b' });
  expect(withFilter(['a:1', 'b:2'], 'a', '3')).toEqual(['b:2', 'a:3']);
  expect(withFilter(['a:1'], 'a', null)).toBeUndefined();
});

test('a filter is said in words', () => {
  const words = { one: (value: string) => `<${value}>`, between: (from: string, to: string) => `${from} to ${to}`, from: (value: string) => `from ${value}`, to: (value: string) => `up to ${value}`, beginning: (value: string) => `${value}…`, or: (values: string[]) => values.join(' or ') };
  const text = (type: Field['type'], value: string) => filterText(aField({ type }), value, words);
  expect([text('number', '10..20'), text('number', '10..'), text('date', '..5'), text('number', '7')]).toEqual(['<10> to <20>', 'from <10>', 'up to <5>', '<7>']);
  expect([text('tree', 'router,phone'), text('text', 'sn-'), text('checkbox', 'true')]).toEqual(['<router> or <phone>', 'sn-…', '<true>']);
});
