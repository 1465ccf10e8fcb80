import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { createRoll } from './roll.ts';
import type { Screen } from './screen.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.stop());

test('a call notes everybody with a screen that has said hello, and whose last note is minutes old', async () => {
  const { db, clock } = desk.context;
  const workspace = await aWorkspace(db);
  const old = new Date(clock.now().getTime() - 10 * 60_000);
  const fresh = new Date(clock.now().getTime() - 60_000);
  const online = async (live_at: Date) => {
    const agent = await anAgent(db, workspace.id);
    await db.updateTable('agents').set({ availability: 'online', live_at }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
    return agent.id;
  };
  const seen = async (id: number) => (await db.selectFrom('agents').select('live_at').where('workspace_id', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow()).live_at;
  const [here, noted, silent, gone] = [await online(old), await online(fresh), await online(old), await online(old)];
  const screenOf = (id: number, subscribed = true) => ({ subscribed, actor: { id } }) as Screen; // what the roll reads of one
  const screens = new Set([screenOf(here), screenOf(here), screenOf(noted), screenOf(silent, false)]);
  const roll = createRoll({ db, clock, log: desk.context.log, workspaceId: workspace.id, screens });
  try {
    await roll.call();
    expect((await seen(here))?.getTime()).toBeGreaterThan(old.getTime());
    expect([await seen(noted), await seen(silent), await seen(gone)]).toEqual([fresh, old, old]);
    await roll.gone(screenOf(gone));
    expect((await seen(gone))?.getTime()).toBeGreaterThan(old.getTime());
  } finally {
    roll.stop();
  }
});
