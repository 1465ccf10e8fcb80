import { afterEach, expect, test } from 'vitest';
import { ApiProblem } from '../../../lib/problem.ts';
import { refusedStatuses } from '../steps/steps-store.ts';
import { aTicket } from '../testing/factories.ts';
import { wrappingUp } from '../wrap-up/ask-wrap-up.ts';
import { askForMissing, type Again } from './ask-for-missing.ts';

const ticket = aTicket();
const aProblem = (code: string, fields: ApiProblem['fields'] = []) => new ApiProblem({ code, status: 409, fields });

afterEach(() => {
  refusedStatuses.set([]);
  wrappingUp.set([]);
});

test('what is refused without a wrap-up is done again once it is written, and not when it is left', async () => {
  const done: Again[] = [];
  for (const goesOn of [false, true]) {
    expect(askForMissing(aProblem('wrap_up_missing'), { ticket, status: 'solved', unsent: 'public' }, (more) => done.push(more))).toBe(true);
    expect(wrappingUp.get()[0]).toMatchObject({ ticket: { number: ticket.number }, need: 'required' });
    wrappingUp.get()[0]?.answer(goesOn);
    await Promise.resolve();
  }
  expect(done).toEqual([{ wrapped: true }]);
});

test('missing steps are named, and gone past with a reason', () => {
  const done: Again[] = [];
  askForMissing(aProblem('steps_missing', [{ field: 'steps.7', code: 'required', message: 'Call back' }]), { ticket, status: 'solved' }, (more) => done.push(more));
  expect(refusedStatuses.get()).toMatchObject([{ ticket: ticket.number, steps: [{ id: 7, text: 'Call back' }] }]);
  refusedStatuses.get()[0]?.goPast('They called back');
  expect(done).toEqual([{ wrapped: true, override: { reason: 'They called back' } }]);
});

test('any other refusal is left to whoever asked', () => {
  expect(askForMissing(aProblem('conflict'), { ticket, status: 'solved' }, () => {})).toBe(false);
  expect(askForMissing(aProblem('steps_missing'), { ticket, status: undefined }, () => {})).toBe(false);
});
