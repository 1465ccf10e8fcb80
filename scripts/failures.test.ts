import { expect, test } from 'vitest';
import { describeFailures } from './failures.mjs';

const file = (...assertionResults: object[]) => ({ name: '/desk/tests/e2e/lamps.test.ts', status: 'failed', message: '', assertionResults });

test('a failure tells what was waited for, and where the test stood', () => {
  const message = [
    'TimeoutError: locator.waitFor: Timeout 30000ms exceeded.',
    'Call log:',
    '\u001b[2m  - waiting for getByText(\'Lamp\').filter({ visible: true }) to be visible\u001b[22m',
    '    at seen (/desk/tests/e2e/support/screen.ts:136:73)',
    '    at /desk/tests/e2e/lamps.test.ts:12:9',
    '    at file:///desk/node_modules/@vitest/runner/dist/index.js:145:11',
  ].join('\n');
  expect(describeFailures(file({ status: 'passed', fullName: 'a lamp is off' }, { status: 'failed', fullName: 'a lamp is lit', failureMessages: [message] }), '/desk')).toEqual([
    "tests/e2e/lamps.test.ts > a lamp is lit: TimeoutError: locator.waitFor: Timeout 30000ms exceeded. waiting for getByText('Lamp').filter({ visible: true }) to be visible (line 12)",
  ]);
});

test('a line of the test is found in a frame that is named or has an address', () => {
  for (const frame of ['at openLamp (/desk/tests/e2e/lamps.test.ts:7:3)', 'at async file:///desk/tests/e2e/lamps.test.ts:7:3', 'at Object.<anonymous> (file:///desk/tests/e2e/lamps.test.ts:7:3)'])
    expect(describeFailures(file({ status: 'failed', fullName: 'a lamp', failureMessages: [`Error: dark\n    ${frame}`] }), '/desk')).toEqual(['tests/e2e/lamps.test.ts > a lamp: Error: dark (line 7)']);
});

test('a file that broke before its tests, and a message without a stack, are told too', () => {
  expect(describeFailures({ ...file(), message: 'No browser\nin this house' }, '/desk')).toEqual(['tests/e2e/lamps.test.ts: No browser']);
  expect(describeFailures(file({ status: 'failed', fullName: 'a lamp', failureMessages: ['x'.repeat(400)] }), '/desk')).toEqual([`tests/e2e/lamps.test.ts > a lamp: ${'x'.repeat(300)}`]);
  expect(describeFailures({ ...file(), status: 'passed' }, '/desk')).toEqual([]);
});
