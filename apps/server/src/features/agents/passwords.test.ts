import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let admin: TestAgent;
let count = 0;

beforeAll(async () => {
  desk = await openTestDesk();
  admin = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'admin' });
});
afterAll(() => desk.stop());

async function addWith(password: string) {
  count += 1;
  const email = `colleague-${count}@desk.example`;
  return { email, answer: await desk.ask(admin, 'POST', '/api/v1/agents', { name: 'Colleague', email, password }) };
}
const opens = async (email: string, password: string) => (await desk.ask(null, 'POST', '/api/auth/sign-in/email', { email, password })).status === 200;

test('nine characters are too few, and 257 too many', async () => {
  for (const password of ['nine-char', 'x'.repeat(257)]) expect((await addWith(password)).answer).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } });
});

test.each(['ten-letter', 'all small letters and spaces', '0123456789', 'åäö żółć 🦐🦐🦐', 'x'.repeat(256)])('%s is taken: what a password is made of is its owner’s choice', async (password) => {
  const { email, answer } = await addWith(password);
  expect(answer.status).toBe(201);
  expect(await opens(email, password)).toBe(true);
});

test('a password is compared as it is: not cut, trimmed or in other letters', async () => {
  const password = ` Correct Horse ${'x'.repeat(100)} `;
  const { email } = await addWith(password);
  for (const close of [password.trim(), password.toLowerCase(), password.slice(0, 72), password.slice(0, -2), `${password}x`]) expect(await opens(email, close), close).toBe(false);
  expect(await opens(email, password)).toBe(true);
});
