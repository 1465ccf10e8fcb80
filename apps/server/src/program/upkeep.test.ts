import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aTicket, aWorkspace } from '../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../tests/support/desk.ts';
import { inEachWorkspace, upkeepJobs } from './upkeep.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.stop());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('every task that is scheduled is there', () => {
  const { tasks, schedule } = upkeepJobs(desk.context, { look: () => Promise.resolve() });
  expect(schedule.map(({ task }) => task).toSorted()).toEqual(Object.keys(tasks).toSorted());
});

test('what is stale goes, what is fresh stays, and a second run changes nothing', async () => {
  const { db } = desk.context;
  const { tasks } = upkeepJobs(desk.context, { look: () => Promise.resolve() });
  const workspace = await aWorkspace(db);
  const agent = await anAgent(db, workspace.id);
  const ticket = await aTicket(db, workspace.id);
  const due = await aTicket(db, workspace.id);
  await db.updateTable('tickets').set({ status: 'solved', solved_at: minutesAgo(60), close_at: minutesAgo(1) }).where('workspace_id', '=', workspace.id).where('id', '=', due.id).execute();
  const here = { workspace_id: workspace.id, ticket_id: ticket.id, agent_id: agent.id, state: 'open' as const };
  await db.insertInto('presence').values([{ ...here, connection: 'old', seen_at: minutesAgo(2) }, { ...here, connection: 'new' }]).execute();
  await db.insertInto('identity.sign_in_failures').values([{ key: 'a:old', at: minutesAgo(120) }, { key: 'a:new' }]).execute();
  const mail = { kind: 'password_reset' as const, address: 'old@desk.example', next_attempt_at: null };
  await db.insertInto('identity.system_mail').values([{ ...mail, created_at: minutesAgo(25 * 60) }, { ...mail, address: 'new@desk.example' }, { ...mail, kind: 'invitation', created_at: minutesAgo(25 * 60) }]).execute();
  for (const round of [1, 2]) {
    for (const task of Object.values(tasks)) await task({ round });
    expect(await db.selectFrom('presence').select('connection').where('workspace_id', '=', workspace.id).execute()).toEqual([{ connection: 'new' }]);
    expect(await db.selectFrom('identity.sign_in_failures').select('key').execute()).toEqual([{ key: 'a:new' }]);
    expect((await db.selectFrom('identity.system_mail').select(['kind', 'address']).orderBy('id').execute()).map(({ kind, address }) => [kind, address])).toEqual([['password_reset', 'new@desk.example'], ['invitation', 'old@desk.example']]);
    const states = await db.selectFrom('tickets').select(['id', 'status']).where('workspace_id', '=', workspace.id).orderBy('id').execute();
    expect(states).toEqual([{ id: ticket.id, status: 'open' }, { id: due.id, status: 'closed' }]);
  }
});

test('a workspace that cannot be tidied keeps nothing from the others, and the task is tried again', async () => {
  const { db, log } = desk.context;
  const [first, second] = [await aWorkspace(db), await aWorkspace(db)];
  const done: number[] = [];
  const work = async (id: number) => {
    if (id === first.id) throw new Error('nobody knows why');
    done.push(id);
  };
  await expect(inEachWorkspace({ db, log }, work)).rejects.toThrow('1 workspaces could not be tidied');
  expect(done).toContain(second.id);
  expect(done).not.toContain(first.id);
});
