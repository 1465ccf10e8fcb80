import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { anAgent, aTicket, aWorkspace } from '../../../tests/support/factories.ts';
import { startTestProgram, type TestProgram } from '../../../tests/support/program.ts';
import { createOmbudClient, type Shape } from './index.ts';

let database: TestDatabase;
let program: TestProgram;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestProgram({ database, roles: ['web'] });
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

test('a program reads tickets through the client, typed, and gets problems with a code', async () => {
  const { db } = program.context;
  const workspace = await aWorkspace(db);
  const agent = await anAgent(db, workspace.id);
  const ticket = await aTicket(db, workspace.id, { subject: 'From the client' });
  const ombud = createOmbudClient({ baseUrl: program.url, token: agent.token });
  const { data } = await ombud.GET('/api/v1/tickets', { params: { query: { limit: 10 } } });
  const items: Shape<'Ticket'>[] = data?.items ?? [];
  expect(items.map(({ number, subject }) => [number, subject])).toEqual([[ticket.number, 'From the client']]);
  const { error } = await createOmbudClient({ baseUrl: program.url }).GET('/api/v1/tickets');
  expect(error).toMatchObject({ code: 'not_signed_in' });
});
