import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aWorkspace } from '../../../../../tests/support/factories.ts';
import { createKnownFields } from './known-fields.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.stop());

test('a node knows of a field that another made: at once when it is told, in half a minute when the wake-up was lost', async () => {
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  const admin = await anAgent(db, workspace.id, { role: 'admin' });
  let time = 0;
  const other = createKnownFields(db, { mayRemember: () => true, now: () => time });
  const keys = async () => (await other.of(workspace.id)).map(({ key }) => key);
  const define = (label: string) => desk.ask(admin, 'POST', '/api/v1/fields', { label, type: 'text' });
  expect(await keys()).toEqual([]);
  await define('Told');
  other.forget();
  expect(await keys()).toEqual(['told']);
  await define('Lost');
  time = 29_000;
  expect(await keys()).toEqual(['told']);
  time = 31_000;
  expect(await keys()).toEqual(['told', 'lost']);
});

test('while other nodes cannot be heard nothing is trusted', async () => {
  const { db } = desk.context;
  const workspace = await aWorkspace(db);
  const admin = await anAgent(db, workspace.id, { role: 'admin' });
  const deaf = createKnownFields(db, { mayRemember: () => false });
  expect(await deaf.of(workspace.id)).toEqual([]);
  await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'New', type: 'text' });
  expect((await deaf.of(workspace.id)).map(({ key }) => key)).toEqual(['new']);
});
