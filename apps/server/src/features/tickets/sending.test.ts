import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { insertFile, storeFile } from '../files/index.ts';
import { systemActor } from '../../platform/auth/actor.ts';

let desk: MailDesk;
let agent: TestAgent;
let workspaceId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  ({ id: workspaceId } = await aWorkspace(desk.context.db));
  agent = await anAgent(desk.context.db, workspaceId, { name: 'Astrid Lind' });
  await anInbox(desk.context.db, workspaceId, { address: 'help@desk.example' });
});
afterAll(() => desk.stop());

const caughtFor = (address: string): Caught[] => desk.sink.caught.filter(({ to }) => to.includes(address));
const mailTo = (address: string, nth = 1) => desk.until(`mail ${nth} to ${address}`, () => caughtFor(address)[nth - 1]);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const rowOf = (message: number) => desk.context.db.selectFrom('outbox').selectAll().where('message_id', '=', message).executeTakeFirstOrThrow();

async function aCase(cc: string[] = []) {
  const customer = `c${++count}@people.example`;
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'My lamp', text: 'It is broken.', requester: { email: customer, name: 'Eva' }, cc: cc.map((email) => ({ email })) });
  expect(made.status).toBe(201);
  return { number: made.body.number as number, customer };
}
const says = (number: number, body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Good morning.', ...body });
async function customerWrites(customer: string, mail: Caught['mail'], headers: Record<string, string> = {}) {
  await desk.send({ from: customer, to: mail.replyTo[0]?.address ?? '', subject: 'Re: My lamp', text: 'Here I am.', messageId: `<answer-${++count}@people.example>`, headers });
  await desk.settle();
}
const people = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.participants.map(({ address }: { address: string }) => address);

describe('who gets a reply', () => {
  test('without `to`, everybody who takes part; with it, exactly whom it names, and that stands on the message', async () => {
    const { number, customer } = await aCase(['bo@people.example']);
    expect((await says(number, {})).body).toMatchObject({ to: [{ address: customer }], cc: [{ address: 'bo@people.example' }], bcc: [] });
    const alone = await says(number, { to: [{ email: customer }] });
    expect(alone.body).toMatchObject({ to: [{ name: 'Eva', address: customer }], cc: [], bcc: [] });
    expect((await mailTo(customer, 2)).to).toEqual([customer]);
    // Left out once is not taken out.
    expect(await people(number)).toEqual([customer, 'bo@people.example']);
  });

  test('whoever is named newly takes part from now on; a blind copy is seen by agents alone and does not', async () => {
    const { number, customer } = await aCase();
    const sent = await says(number, { to: [{ email: customer }], cc: [{ email: 'new@people.example' }], bcc: [{ email: 'boss@people.example' }] });
    expect(sent.body.bcc).toMatchObject([{ address: 'boss@people.example' }]);
    const mail = await mailTo('boss@people.example');
    expect(mail.to.toSorted()).toEqual(['boss@people.example', customer, 'new@people.example'].toSorted());
    expect(mail.raw).not.toMatch(/boss@/);
    expect(await people(number)).toEqual([customer, 'new@people.example']);
  });

  test('nobody unconfirmed and no address of ours', async () => {
    const { number, customer } = await aCase();
    await says(number, {});
    const { mail } = await mailTo(customer);
    await desk.send({ from: 'passed@people.example', to: mail.replyTo[0]?.address ?? '', subject: 'Re', text: 'Me too', messageId: `<passed-${++count}@people.example>` });
    await desk.settle();
    expect((await says(number, { to: [{ email: 'passed@people.example' }] })).body.errors[0]).toMatchObject({ field: 'to', code: 'unconfirmed' });
    expect((await says(number, { bcc: [{ email: 'help@desk.example' }] })).body.errors[0]).toMatchObject({ field: 'bcc', code: 'own_address' });
  });
});

describe('a reply that is sent later', () => {
  test('waits, can be moved, and goes at once when asked to, with the date of that moment', async () => {
    const { number, customer } = await aCase();
    const sent = (await says(number, { send_at: inMinutes(60) })).body;
    expect(sent.delivery).toMatchObject({ status: 'queued', undo_until: null, unless_answered: false });
    const later = inMinutes(120);
    const moved = await desk.ask(agent, 'POST', `/api/v1/messages/${sent.id}/schedule`, { send_at: later });
    expect(moved.body).toMatchObject({ status: 'queued', waiting_for: 'time', scheduled_for: later, next_attempt_at: later });
    expect(caughtFor(customer)).toEqual([]);
    expect((await desk.ask(agent, 'POST', `/api/v1/messages/${sent.id}/schedule`, { send_at: null })).status).toBe(200);
    const { mail } = await mailTo(customer);
    expect(Math.abs(new Date(String(/^date: (.*)$/im.exec(caughtFor(customer)[0]?.raw ?? '')?.[1])).getTime() - Date.now())).toBeLessThan(60_000);
    expect(mail.subject).toBe('My lamp');
    await desk.until('it is sent', async () => (await rowOf(sent.id)).status === 'sent');
    expect((await desk.ask(agent, 'POST', `/api/v1/messages/${sent.id}/schedule`, { send_at: later })).body.code).toBe('already_sent');
  });

  test('goes when its time has come, without anybody asking', async () => {
    const { number, customer } = await aCase();
    const sent = (await says(number, { send_at: inMinutes(60), unless_answered: true })).body;
    await desk.context.db.updateTable('outbox').set({ next_attempt_at: new Date(Date.now() - 1000) }).where('message_id', '=', sent.id).execute();
    expect((await mailTo(customer)).to).toEqual([customer]);
  });

  test('is stopped by an answer if that was wished, and the thread says so', async () => {
    const { number, customer } = await aCase();
    await says(number, {});
    const { mail } = await mailTo(customer);
    const stays = (await says(number, { send_at: inMinutes(60), text: 'In any case.' })).body;
    const stops = (await says(number, { send_at: inMinutes(60), unless_answered: true, text: 'Are you still there?' })).body;
    await customerWrites(customer, mail, { 'Auto-Submitted': 'auto-replied' });
    expect((await rowOf(stops.id)).status).toBe('queued');
    await customerWrites(customer, mail);
    expect(await rowOf(stops.id)).toMatchObject({ status: 'cancelled', cancel_reason: 'answered', next_attempt_at: null });
    expect((await rowOf(stays.id)).status).toBe('queued');
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
    expect(items.find(({ type }: { type: string }) => type === 'message.cancelled')).toMatchObject({ actor: { type: 'customer' }, data: { reason: 'answered', agent: agent.id } });
    expect(items.find(({ id }: { id: number }) => id === stops.id).delivery).toMatchObject({ status: 'cancelled', cancel_reason: 'answered' });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.last_line).toBe('Here I am.');
  });

  test('is stopped by an answer that comes after the ticket was merged, or as a new ticket after it was closed', async () => {
    const first = await aCase();
    const other = await aCase();
    await says(other.number, {});
    const { mail } = await mailTo(other.customer);
    const waits = (await says(first.number, { send_at: inMinutes(60), unless_answered: true })).body;
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${first.number}/merge`, { into: other.number })).status).toBe(200);
    await customerWrites(other.customer, mail);
    expect((await rowOf(waits.id)).status).toBe('cancelled');

    const closed = await aCase();
    await says(closed.number, {});
    const before = await mailTo(closed.customer);
    const again = (await says(closed.number, { send_at: inMinutes(60), unless_answered: true, status: 'solved' })).body;
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${closed.number}`, { status: 'closed' });
    await customerWrites(closed.customer, before.mail);
    expect((await rowOf(again.id)).status).toBe('cancelled');
  });

  test.each([
    ['a time that is over', { send_at: '2020-01-01T00:00:00Z' }, 'send_at', 'in_the_past'],
    ['a time in a hundred years', { send_at: '2126-01-01T00:00:00Z' }, 'send_at', 'too_far'],
    ['a note', { kind: 'note', send_at: '2126-01-01T00:00:00Z' }, 'send_at', 'not_for_notes'],
    ['a condition without a time', { unless_answered: true }, 'unless_answered', 'needs_send_at'],
  ])('refuses %s', async (_what, body, field, code) => {
    const { number } = await aCase();
    expect((await says(number, body)).body.errors[0]).toMatchObject({ field, code });
  });
});

describe('a colleague named in a note', () => {
  const mention = (id: number) => `<p><span data-mention="${id}">@Bo</span>, can you look? <span data-mention="x" onclick="y">@Nobody</span></p>`;

  test('stands in the note, in the rows and in the event; the writer is not told of themselves', async () => {
    const { number } = await aCase();
    const bo = await anAgent(desk.context.db, workspaceId, { name: 'Bo Ek' });
    const note = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', html: mention(bo.id) + mention(agent.id) });
    expect(note.body.html).toContain(`<span data-mention="${bo.id}">@Bo</span>`);
    expect(note.body.html).not.toContain('onclick');
    expect(await desk.context.db.selectFrom('ticket_mentions').select(['agent_id', 'message_id']).where('message_id', '=', note.body.id).execute()).toEqual([{ agent_id: bo.id, message_id: note.body.id }]);
    const event = await desk.context.db.selectFrom('events').select('data').where('message_id', '=', note.body.id).where('type', '=', 'message.added').executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({ kind: 'note', mentions: [bo.id] });
  });

  test('is refused who may not see the brand, of another workspace, or gone; nothing is written', async () => {
    const { number } = await aCase();
    const blind = await anAgent(desk.context.db, workspaceId, { brands: [await aBrand(desk.context.db, workspaceId)] });
    const foreign = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
    for (const id of [blind.id, foreign.id, 999_999]) {
      const answer = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', html: mention(id) });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'html', code: 'mention_cannot_see' }] } });
    }
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.message_count).toBe(1);
  });

  test('is offered only if they may see the ticket', async () => {
    const { number } = await aCase();
    const blind = await anAgent(desk.context.db, workspaceId, { name: 'Blind', brands: [await aBrand(desk.context.db, workspaceId)] });
    const offered = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/colleagues`)).body.items.map(({ id }: { id: number }) => id);
    expect(offered).toContain(agent.id);
    expect(offered).not.toContain(blind.id);
  });

  test('is plain text in a reply to the customer', async () => {
    const { number, customer } = await aCase();
    const sent = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', html: mention(agent.id) });
    expect(sent.body.html).not.toContain('data-mention');
    expect((await mailTo(customer)).raw).not.toContain('data-mention');
  });
});

test('a pasted picture stands in its place in the mail', async () => {
  const { number, customer } = await aCase();
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const stored = await storeFile(desk.context, { content: png, name: 'shot.png', type: 'image/png' });
  const file = await desk.context.db.transaction().execute((tx) => insertFile(tx, { ...systemActor(workspaceId), type: 'agent', id: agent.id } as never, stored)); // only who uploads matters
  const sent = await says(number, { html: `<p>Here: <img data-file="${file.id}" src="/files/x"> so.</p>`, text: undefined });
  expect(sent.body.attachments).toMatchObject([{ id: file.id, inline: true, content_id: `file-${file.id}@inline.ombud` }]);
  const { mail } = await mailTo(customer);
  expect(mail.html).toContain('cid');
  expect(mail.attachments).toMatchObject([{ name: 'shot.png', inline: true, contentId: `file-${file.id}@inline.ombud` }]);
  const strange = await says(number, { html: '<p><img data-file="999999"></p>', text: undefined });
  expect(strange.body.errors[0]).toMatchObject({ field: 'attachments', code: 'not_found' });
});

describe('a draft', () => {
  const save = (number: number, body: object) => desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>x</p>', ...body });

  test('keeps addressees, subject and quotes, and says what language it seems to be in', async () => {
    const { number, customer } = await aCase();
    const kept = await save(number, { kind: 'forward', html: '<p>Guten Morgen, können Sie uns bitte sagen, wann die Lampe geliefert wird?</p>', to: [{ email: 'parts@supplier.example' }], bcc: [{ email: customer }], subject: 'Fwd: My lamp', quoted: [1] });
    expect(kept.body).toMatchObject({ kind: 'forward', side: null, to: [{ address: 'parts@supplier.example' }], bcc: [{ address: customer }], subject: 'Fwd: My lamp', quoted: [1], language: 'de', replaced: null });
    await save(number, { kind: 'side', side: 12 });
    const { drafts } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body;
    expect(drafts.map(({ kind, side }: { kind: string; side: number | null }) => [kind, side])).toEqual([['forward', null], ['side', 12]]);
    expect((await desk.ask(agent, 'DELETE', `/api/v1/tickets/${number}/draft?kind=side&side=12`)).status).toBe(200);
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.drafts).toHaveLength(1);
  });

  test('written on two devices: the newest wins, and the other is kept until it is forgotten', async () => {
    const { number } = await aCase();
    const first = (await save(number, { html: '<p>At the desk</p>', seen: null })).body;
    const phone = (await save(number, { html: '<p>On the phone</p>', seen: null })).body;
    expect(phone).toMatchObject({ html: '<p>On the phone</p>', replaced: { html: '<p>At the desk</p>', updated_at: first.updated_at } });
    const more = (await save(number, { html: '<p>On the phone, more</p>', seen: phone.updated_at })).body;
    expect(more.replaced.html).toBe('<p>At the desk</p>');
    expect((await save(number, { html: '<p>Both</p>', seen: more.updated_at, forget_replaced: true })).body.replaced).toBeNull();
  });
});
