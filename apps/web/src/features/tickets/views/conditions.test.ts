import { expect, test } from 'vitest';
import { conditionsOfList, filledIn, firstValue } from './conditions.ts';

test('the list that is shown becomes the conditions that give the same list', () => {
  expect(conditionsOfList({ view: 'mine' }, undefined)).toEqual({ status: ['new', 'open'], assignee: ['me'] });
  expect(conditionsOfList({ view: 'open', brand: 3, field: ['product:lamp'] }, undefined)).toEqual({ status: ['new', 'open'], brand: [3], field: ['product:lamp'] });
  expect(conditionsOfList({ view: 'open', team: 4 }, undefined)).toEqual({ status: ['new', 'open'], team: [4] });
  expect(conditionsOfList({ view: 'team_unassigned' }, undefined)).toEqual({ status: ['new', 'open'], assignee: ['none'], team: ['mine'] });
  expect(conditionsOfList({ view: 'snoozed' }, undefined)).toMatchObject({ assignee: ['me'], snoozed: 'only' });
  expect(conditionsOfList({ view: 'all' }, undefined)).toEqual({ snoozed: 'any' });
  expect(conditionsOfList({ view: 'spam' }, undefined)).toEqual({ snoozed: 'any', folder: 'spam' });
  expect(conditionsOfList({ view: 'all', saved: 1, field: ['product:lamp'] }, { priority: ['urgent'], field: ['product:desk', 'size:1..2'] })).toEqual({ priority: ['urgent'], field: ['size:1..2', 'product:lamp'] });
});

test('a condition for which nothing was chosen is no condition', () => {
  expect(filledIn({ ...firstValue('tag'), ...firstValue('status'), ...firstValue('followed') })).toEqual({ status: ['new', 'open'], followed: true });
});
