import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openTestDesk, type TestDesk } from './desk.ts';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from './factories.ts';
import { feedReadable } from './feed.ts';
import { openReceiver, type Receiver } from './webhook-receiver.ts';
import { fixedClock } from '../../apps/server/src/platform/clock/clock.ts';
import { followWebhooks, startWebhookSender } from '../../apps/server/src/features/webhooks/index.ts';

export type Hook = { id: number; secret: string; path: string };
export interface WebhookDesk {
  desk: TestDesk;
  receiver: Receiver;
  workspace: TestWorkspace;
  owner: TestAgent;
}

/** For a file of tests: a desk that sends to a receiver of its own, and a new workspace for each test, which `begin` is told. */
export function webhookDesk(begin: (now: WebhookDesk) => void) {
  let desk: TestDesk;
  let receiver: Receiver;
  let sender: ReturnType<typeof startWebhookSender>;
  let workspace: TestWorkspace;
  let owner: TestAgent;
  let paths = 0;
  const clock = fixedClock(new Date());

  beforeAll(async () => {
    receiver = await openReceiver();
    desk = await openTestDesk({ OMBUD_WEBHOOK_HOSTS: receiver.host }, { clock });
    sender = startWebhookSender(desk.context);
  });
  beforeEach(async () => {
    workspace = await aWorkspace(desk.context.db);
    owner = await anAgent(desk.context.db, workspace.id, { role: 'owner', name: 'Astrid Lind' });
    begin({ desk, receiver, workspace, owner });
  });
  afterAll(async () => {
    await sender.stop();
    await Promise.all([desk.stop(), receiver.close()]);
  });

  async function aWebhook(body: object = {}, asker = owner): Promise<Hook> {
    paths += 1;
    const path = `/hook/${paths}`;
    // It hears what comes after the feed's end as it can be read then.
    await feedReadable(desk.context.db, workspace.id);
    const answer = await desk.ask(asker, 'POST', '/api/v1/webhooks', { name: `Hook ${paths}`, url: receiver.url(path), event_types: ['ticket.updated'], ...body });
    expect(answer.status).toBe(201);
    return { id: answer.body.id, secret: answer.body.secret, path };
  }

  /** As another part of the program writes it. */
  async function happened({ brandId = workspace.brandId, ticketId = null as number | null, type = 'ticket.updated' } = {}): Promise<number> {
    const { rows } = await sql<{ id: number }>`insert into events (workspace_id, type, ticket_id, brand_id, actor_type, data)
      values (${workspace.id}, ${type}, ${ticketId}, ${brandId}, 'system', '{"changes": {"status": {"from": "open", "to": "solved"}}}') returning id`.execute(desk.context.db);
    return rows[0]!.id;
  }

  async function follow(lease = 'this node'): Promise<void> {
    await feedReadable(desk.context.db, workspace.id);
    while ((await followWebhooks(desk.context, workspace.id, lease)).more);
    desk.context.wake.say('webhooks');
  }

  const look = async (hook: Hook) => (await desk.ask(owner, 'GET', `/api/v1/webhooks/${hook.id}`)).body;
  const log = async (hook: Hook, query = '') => (await desk.ask(owner, 'GET', `/api/v1/webhooks/${hook.id}/deliveries${query}`)).body.items;
  const newest = async (hook: Hook) => (await log(hook))[0];
  const change = (hook: Hook, body: object, asker = owner) => desk.ask(asker, 'PATCH', `/api/v1/webhooks/${hook.id}`, body);
  /** As it is when the attempts so far have been noted. */
  const settled = (hook: Hook, expected: object) => expect.poll(() => newest(hook), { timeout: 15_000 }).toMatchObject(expected);
  /** The time comes for the next attempt. */
  const later = (milliseconds: number) => (clock.advance(milliseconds), desk.context.wake.say('webhooks'));

  async function mailed({ id }: Hook): Promise<string[]> {
    const rows = await desk.context.db.selectFrom('identity.system_mail').select('address').where('kind', '=', 'webhook_stopped').where('workspace_id', '=', workspace.id).where('subject_id', '=', id).orderBy('address').execute();
    return rows.map(({ address }) => address);
  }

  const stopSender = () => sender.stop();
  const startSender = () => void (sender = startWebhookSender(desk.context));
  return { clock, aWebhook, happened, follow, look, log, newest, change, settled, later, mailed, stopSender, startSender };
}
