import { expect, test } from 'vitest';
import { draftOf, moveStep, newStep, toBody } from './playbook-draft.ts';

const step = (id: number, more: object = {}) => ({ id, text: `Step ${id}`, by: 'person' as const, field: null, options: null, event: null, ...more });
const playbook = { id: 1, name: 'Returns', brand: null, guards: ['solved' as const], conditions: {}, may_edit: true, archived: false, created_at: '', updated_at: '', steps: [step(1), step(2, { by: 'field', field: 'product', options: ['router'] }), step(3, { by: 'event', event: 'note' })] };

test('what is stored comes back as it was, with nothing that does not belong to a step', () => {
  expect(toBody(draftOf(playbook)).steps).toEqual([
    { id: 1, text: 'Step 1', by: 'person' },
    { id: 2, text: 'Step 2', by: 'field', field: 'product', options: ['router'] },
    { id: 3, text: 'Step 3', by: 'event', event: 'note' },
  ]);
});

test('a step moves by one place and stays at the ends', () => {
  const { steps } = draftOf(playbook);
  const order = (moved: typeof steps) => moved.map(({ id }) => id);
  const uid = steps[1]?.uid ?? 0;
  expect(order(moveStep(steps, uid, -1))).toEqual([2, 1, 3]);
  expect(order(moveStep(moveStep(steps, uid, 1), uid, 1))).toEqual([1, 3, 2]);
  expect(moveStep(steps, newStep().uid, 1)).toBe(steps);
});
