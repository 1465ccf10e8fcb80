import { expect, test } from 'vitest';
import { addAfter, addBelow, childrenOf, type Draft, edit, move, moveIn, moveOut, remove, setArchived, toDraft, toInput } from './options-draft.ts';

const option = (key: string, parent: string | null = null, archived = false) => ({ key, parent, label: key.toUpperCase(), labels: {}, archived });
const tree = () => toDraft([option('a'), option('a1', 'a'), option('a2', 'a'), option('b')]);
const uid = (draft: Draft, key: string) => draft.find((each) => each.key === key)?.uid ?? -1;
const keys = (draft: Draft) => toInput(draft).map(({ key, parent }) => (parent ? `${parent}>${key}` : key));

test('what is stored comes back as it was', () => {
  expect(toInput(tree())).toEqual([option('a'), option('a1', 'a'), option('a2', 'a'), option('b')]);
});

test('new ones get keys of their own, in the order in which they stand; empty rows are none', () => {
  let draft = tree();
  const added = addAfter(draft, uid(draft, 'a1'), ['Ångström', 'A', '']);
  draft = added.draft;
  expect(keys(draft)).toEqual(['a', 'a>a1', 'a>angstrom', 'a>a_2', 'a>a2', 'b']);
  const below = addBelow(draft, uid(draft, 'b'));
  expect(below).not.toBeNull();
  draft = edit(below?.draft ?? [], below?.focus ?? 0, { label: 'New leaf' });
  expect(keys(draft).at(-1)).toBe('b>new_leaf');
});

test('rows move among their siblings, onto the one above, and out again', () => {
  let draft = move(tree(), -1, 1);
  draft = move(draft, uid(draft, 'a2'), -1);
  expect(keys(draft)).toEqual(['a', 'a>a2', 'a>a1', 'b']);
  expect(keys(move(draft, uid(draft, 'a2'), -1))).toEqual(keys(draft));
  draft = moveIn(draft, uid(draft, 'b'));
  expect(keys(draft)).toEqual(['a', 'a>a2', 'a>a1', 'a>b']);
  draft = moveOut(draft, uid(draft, 'a2'));
  expect(keys(draft)).toEqual(['a', 'a>a1', 'a>b', 'a2']);
  draft = move(draft, uid(draft, 'a'), 1);
  expect(keys(draft)).toEqual(['a2', 'a', 'a>a1', 'a>b']);
});

test('a tree grows six levels deep', () => {
  let draft = toDraft([option('n1'), option('n2', 'n1'), option('n3', 'n2'), option('n4', 'n3'), option('n5', 'n4'), option('n6', 'n5'), option('o'), option('o2', 'o')]);
  expect(addBelow(draft, uid(draft, 'n6'))).toBeNull();
  draft = moveIn(draft, uid(draft, 'o'));
  expect(keys(draft)).toContain('n1>o');
});

test('a branch is archived with what hangs on it, and a leaf restored with what it hangs on', () => {
  let draft = tree();
  draft = setArchived(draft, uid(draft, 'a'), true);
  expect(draft.map(({ key, archived }) => [key, archived])).toEqual([['a', true], ['a1', true], ['a2', true], ['b', false]]);
  draft = setArchived(draft, uid(draft, 'a2'), false);
  expect(draft.map(({ key, archived }) => [key, archived])).toEqual([['a', false], ['a1', true], ['a2', false], ['b', false]]);
});

test('one that is not stored yet can be taken away', () => {
  const draft = tree();
  expect(childrenOf(remove(draft, uid(draft, 'a')), null).map(({ key }) => key)).toEqual(['b']);
});
