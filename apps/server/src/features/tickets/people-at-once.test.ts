import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';

let desk: TestDesk;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

async function aTicket(): Promise<number> {
  return (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'Lamp', text: 'Dark.', requester: { email: 'karin@lund.example' } })).body.number;
}
const link = (from: number, to: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${from}/links`, { number: to });

test('two who link the same tickets at once, one from each side, make one link and wait for no deadlock', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await aTicket(), await aTicket()];
    const answers = await Promise.all([link(one, other), link(other, one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${one}`)).body.links).toMatchObject([{ number: other, kind: 'related' }]);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${other}`)).body.links).toMatchObject([{ number: one, kind: 'related' }]);
  }
});
