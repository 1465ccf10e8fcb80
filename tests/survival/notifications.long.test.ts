import { afterEach, beforeEach, expect, test } from 'vitest';
import { killProgram } from './support/program-process.ts';
import { between, seededRandom } from './support/random.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { pause, until } from './support/until.ts';

const rounds = 5;

let desk: SurvivalDesk;
beforeEach(async () => {
  desk = await openSurvivalDesk();
});
afterEach(() => desk.close());

test('killed again and again while it tells of notes, it has told of each exactly once', async () => {
  const random = seededRandom(20);
  const ask = (path: string, body: object) =>
    fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers: { ...desk.agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(25_000) });
  const { number } = (await (await ask('/tickets', { subject: 'Watched', text: 'Text', requester: { email: 'a@customers.example' } })).json()) as { number: number };
  const [follower] = await desk.look<{ id: string }>(`insert into agents (workspace_id, name, email, role) values (${desk.workspaceId}, 'Nora', 'nora@desk.example', 'agent') returning id`);
  await desk.look(`insert into ticket_followers (workspace_id, ticket_id, agent_id) select workspace_id, id, ${follower?.id} from tickets where number = ${number}`);
  await until('the feed is followed', async () => (await desk.look(`select from notification_progress where workspace_id = ${desk.workspaceId}`)).length === 1);

  let finishing = false;
  const writers = [0, 1, 2].map(async () => {
    while (!finishing) {
      // One without an answer is not made again: whether it was written, the events will say.
      await ask(`/tickets/${number}/messages`, { kind: 'note', text: 'Another one.' }).catch(() => undefined);
      await pause(between(random, 5, 40));
    }
  });
  for (let round = 0; round < rounds; round += 1) {
    await pause(between(random, 400, 2_000));
    await killProgram(desk.program);
    await desk.restart();
  }
  await pause(1_000);
  finishing = true;
  await Promise.all(writers);

  const counts = `select (select count(*)::int from events where type = 'message.added') as notes, count(*)::int as told, count(distinct event_id)::int as events from notifications where agent_id = ${follower?.id}`;
  const read = async () => (await desk.look<{ notes: number; told: number; events: number }>(counts))[0];
  await until('all are told', async () => {
    const now = await read();
    return now !== undefined && now.told === now.notes;
  });
  const end = await read();
  expect(end?.notes).toBeGreaterThan(rounds * 5);
  expect(end).toMatchObject({ told: end?.notes, events: end?.notes });
});
