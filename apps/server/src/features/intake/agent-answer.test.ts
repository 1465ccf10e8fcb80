import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, aSignedInAgent, anAgent, anInbox, aWorkspace, type SignedInAgent, type TestAgent } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { openMailDesk, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { followStep, startNotificationMail } from '../notifications/index.ts';
import { agentAddress } from '../delivery/index.ts';

let desk: MailDesk;
let notices: ReturnType<typeof startNotificationMail>;
let workspace: { id: number; brandId: number };
let lead: TestAgent;
let astrid: SignedInAgent;
let number: number;
let ticketId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk();
  notices = startNotificationMail(desk.context);
});
beforeEach(async () => {
  count += 1;
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Bo Ek' });
  astrid = await aSignedInAgent(desk.context, workspace.id, { name: 'Astrid Lind', email: `astrid${count}@verified.example` });
  const inbox = await anInbox(desk.context.db, workspace.id, { address: `help${count}@desk.example` });
  await follow();
  await desk.send({ from: `Maja <maja${count}@firm.example>`, to: inbox.address, subject: 'The lamp', text: 'It flickers.', messageId: `<lamp-${count}@firm.example>` });
  await desk.settle();
  ({ number, id: ticketId } = await desk.context.db.selectFrom('tickets').select(['number', 'id']).where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow());
  await desk.ask(lead, 'PATCH', `/api/v1/tickets/${number}`, { assignee: astrid.id });
  await follow();
});
afterEach(() => desk.settle());
afterAll(async () => {
  await notices.stop();
  await desk.stop();
});

async function follow(): Promise<void> {
  await feedReadable(desk.context.db, workspace.id);
  await followStep(desk.context, workspace.id, 'this node');
}
/** The quarter of an hour is over. */
async function later(): Promise<void> {
  await sql`update notifications set mail_at = now() where workspace_id = ${workspace.id} and mail_at is not null`.execute(desk.context.db);
  desk.context.wake.say('notifications');
}
const waiting = async () => (await sql<{ left: number }>`select count(*)::int as left from notifications where workspace_id = ${workspace.id} and mail_at is not null`.execute(desk.context.db)).rows[0]?.left;
const noticesTo = (address: string) => desk.sink.caught.filter(({ to }) => to.includes(address));
async function theNotice(): Promise<Caught> {
  await later();
  return desk.until('the notification is mailed', () => noticesTo(astrid.email).at(-1));
}
const addressFor = (agent: TestAgent, kind: 'public' | 'note' = 'public') => agentAddress(desk.context.sealer, { workspaceId: workspace.id, ticketId, agentId: agent.id, kind, inboxAddress: `help${count}@desk.example` }) ?? '';

type Written = { kind: string; direction: string; author_type: string; author_id: number | null; text: string };
async function messages(): Promise<Written[]> {
  await desk.settle();
  return desk.context.db.selectFrom('messages').select(['kind', 'direction', 'author_type', 'author_id', 'text']).where('workspace_id', '=', workspace.id).where('ticket_id', '=', ticketId).orderBy('id').execute();
}
const answers = async () => (await messages()).slice(1);
const toCustomer = () => noticesTo(`maja${count}@firm.example`);
let sent = 0;
const send = (mail: Parameters<MailDesk['send']>[0]) => desk.send({ subject: `Re: [#${number}] The lamp`, text: 'Please change the bulb.', messageId: `<answer-${(sent += 1)}@verified.example>`, ...mail });

describe('what comes by mail', () => {
  test('a notification that waits is mailed once, in a form that no machine answers, and says how to answer', async () => {
    const { mail, from, raw } = await theNotice();
    expect([from, mail.subject, mail.headers['auto-submitted'], mail.headers['x-auto-response-suppress']]).toEqual(['', `[#${number}] The lamp`, 'auto-generated', 'All']);
    expect(mail.replyTo[0]?.address).toBe(addressFor(astrid));
    expect(mail.text).toContain('Assigned to you · Bo Ek');
    expect(mail.text).toContain('Begin with #note');
    expect(raw).toContain(`/inbox/all/${number}`);
    await desk.until('nothing is left', async () => (await waiting()) === 0);
    await later();
    expect(noticesTo(astrid.email)).toHaveLength(1);
  });

  test('who is on a screen, or has read the ticket, gets none', async () => {
    await sql`update identity.session set last_seen_at = now() where "userId" = (select user_id from agents where workspace_id = ${workspace.id} and id = ${astrid.id})`.execute(desk.context.db);
    await desk.ask(null, 'POST', '/api/auth/sign-in/email', { email: astrid.email, password: astrid.password });
    await sql`update identity.session set last_seen_at = now() where "userId" = (select user_id from agents where workspace_id = ${workspace.id} and id = ${astrid.id})`.execute(desk.context.db);
    await later();
    await desk.until('it is put off', async () => (await sql`select from notifications where workspace_id = ${workspace.id} and mail_at between now() + interval '13 minutes' and now() + interval '16 minutes'`.execute(desk.context.db)).rows.length === 1);
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${number}/read`);
    await sql`update identity.session set last_seen_at = now() - interval '1 hour'`.execute(desk.context.db);
    await later();
    await desk.until('nothing is left', async () => (await waiting()) === 0);
    expect(noticesTo(astrid.email)).toEqual([]);
  });

  test('many tickets come in one mail', async () => {
    for (let n = 0; n < 4; n += 1) {
      const made = (await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: `Lamp ${n}`, text: 'Text', requester: { email: 'a@firm.example' }, assignee: astrid.id })).body as { number: number };
      expect(made.number).toBeGreaterThan(0);
    }
    await follow();
    await later();
    const { mail } = await desk.until('the mail', () => noticesTo(astrid.email).at(-1));
    expect(mail.text).toMatch(/Lamp 0[^]*Lamp 1[^]*Lamp 2[^]*Lamp 3/);
    expect(mail.replyTo).toEqual([]);
    await desk.until('nothing is left', async () => (await waiting()) === 0);
    expect(noticesTo(astrid.email)).toHaveLength(1);
  });
});

describe('an answer from the agent’s own mailbox', () => {
  test('goes to the customer, without what it quotes, with its attachments', async () => {
    const notice = await theNotice();
    await send({
      from: `Astrid <${astrid.email}>`, to: notice.mail.replyTo[0]?.address, inReplyTo: notice.mail.messageId ?? '',
      text: `Please change the bulb.\n\nOn 27 Nov 2026, Nordic Support wrote:\n${notice.mail.text.split('\n').map((line) => `> ${line}`).join('\n')}`,
      attachments: [{ filename: 'how.txt', content: 'Turn it left.' }],
    });
    expect(await answers()).toEqual([{ kind: 'public', direction: 'out', author_type: 'agent', author_id: astrid.id, text: 'Please change the bulb.' }]);
    const { mail } = await desk.until('the customer has it', () => toCustomer().at(-1));
    expect([mail.text.includes('Please change the bulb.'), mail.text.includes('Assigned to you'), mail.attachments.map(({ name }) => name)]).toEqual([true, false, ['how.txt']]);
    expect(mail.replyTo[0]?.address).toContain('+t.');
    expect((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}`)).body.status).toBe('open');
  });

  test('with #note first is a note, which the customer never sees', async () => {
    await send({ from: astrid.email, to: addressFor(astrid), text: '#note She has called twice.' });
    expect(await answers()).toMatchObject([{ kind: 'note', author_id: astrid.id, text: 'She has called twice.' }]);
    expect(toCustomer()).toEqual([]);
  });

  test('to what a colleague said is a note, unless it says #public', async () => {
    await send({ from: astrid.email, to: addressFor(astrid, 'note'), text: 'I agree.' });
    await send({ from: astrid.email, to: addressFor(astrid, 'note'), text: '#Public: We come on Monday.' });
    await desk.settle();
    expect((await answers()).map(({ kind, text }) => [kind, text]).toSorted()).toEqual([['note', 'I agree.'], ['public', 'We come on Monday.']]);
  });

  test('that takes an approval is asked for with its files, and goes out when somebody says yes', async () => {
    await desk.ask(await anAgent(desk.context.db, workspace.id, { role: 'admin' }), 'POST', '/api/v1/approval-rules', { name: 'Read first', guard: 'action', actions: ['reply'], approver: 'lead' });
    await desk.ask(astrid, 'PUT', `/api/v1/tickets/${number}/draft`, { kind: 'public', html: '<p>Begun on the screen</p>' });
    const attachments = [{ filename: 'bulb.txt', content: Buffer.from('E27') }];
    const mail = { from: astrid.email, to: addressFor(astrid), attachments, messageId: `<held-${count}@verified.example>` };
    await send(mail);
    await send(mail);
    expect(await answers()).toEqual([]);
    const { items } = (await desk.ask(lead, 'GET', '/api/v1/approvals?show=to_answer')).body;
    expect(items).toMatchObject([{ requester: { id: astrid.id }, reason: 'Answered by mail.', message: { to: [{ address: `maja${count}@firm.example` }], text: 'Please change the bulb.', attachments: [{ name: 'bulb.txt' }] } }]);
    expect(toCustomer()).toEqual([]);
    // Who is out with a telephone hears that nothing has gone out, once, in a form that no machine answers.
    const word = await desk.until('the agent hears that it waits', () => noticesTo(astrid.email).find(({ mail: { subject } }) => subject === `Not sent yet: [#${number}] The lamp`));
    expect([word.mail.text, word.mail.headers['auto-submitted'], word.mail.replyTo]).toEqual([expect.stringMatching(new RegExp(`“Read first”[^]*#${number} The lamp[^]*/approvals/${items[0].id}\\n`)), 'auto-generated', [expect.objectContaining({ address: addressFor(astrid, 'note') })]]);
    expect((await sql`select from identity.system_mail where kind = 'answer_waits' and workspace_id = ${workspace.id}`.execute(desk.context.db)).rows).toHaveLength(1);
    expect((await desk.ask(lead, 'POST', `/api/v1/approvals/${items[0].id}/answer`, { approved: true })).body).toMatchObject({ state: 'approved', problem: null });
    const sentMail = await desk.until('the customer has it', () => toCustomer().at(-1));
    expect([sentMail.mail.text, sentMail.mail.attachments.map(({ name }) => name)]).toEqual([expect.stringContaining('Please change the bulb.'), ['bulb.txt']]);
    expect(await answers()).toMatchObject([{ kind: 'public', author_id: astrid.id }]);
    expect((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}`)).body.drafts).toMatchObject([{ html: '<p>Begun on the screen</p>' }]);
    // A note is nobody’s business outside.
    await send({ from: astrid.email, to: addressFor(astrid), text: '#note She has called.' });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'note', text: 'She has called.' });
  });

  test('is taken once, however often it comes, and an away message not at all', async () => {
    const mail = { from: astrid.email, to: addressFor(astrid), messageId: `<same-${count}@verified.example>` };
    await send(mail);
    await send(mail);
    await send({ from: astrid.email, to: addressFor(astrid), subject: 'Out of office', headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await answers()).toHaveLength(1);
  });
});

describe('a notification that tells of what the customer does not see', () => {
  const hearsByMail = (...kinds: string[]) => desk.ask(astrid, 'PATCH', '/api/v1/me/notifications', { ways: Object.fromEntries(kinds.map((kind) => [kind, { mail: true }])) });
  const customerWrites = async () => {
    await desk.send({ from: `Maja <maja${count}@firm.example>`, to: `help${count}@desk.example`, subject: `Re: [#${number}] The lamp`, text: 'And now it is dark.', messageId: `<dark-${count}@firm.example>`, references: `<lamp-${count}@firm.example>` });
    await desk.settle();
  };

  test('names who answered in a side conversation, and an answer to it is a note', async () => {
    await hearsByMail('answered');
    await desk.ask(lead, 'POST', `/api/v1/tickets/${number}/side-conversations`, { kind: 'question', subject: 'Stock?', text: 'Have you one?', to: [{ email: `parts${count}@supplier.example` }] });
    const asked = await desk.until('the supplier is asked', () => noticesTo(`parts${count}@supplier.example`).at(-1));
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${number}/read`);
    await send({ from: `Nordparts <parts${count}@supplier.example>`, to: asked.mail.replyTo[0]?.address, text: 'One is left, at half the price.' });
    await desk.settle();
    await follow();
    expect((await desk.ask(astrid, 'GET', '/api/v1/notifications')).body.items[0]).toMatchObject({ kind: 'answered', aside: true, actor: { type: 'system', name: 'Nordparts' }, line: 'One is left, at half the price.' });
    const { mail } = await theNotice();
    expect(mail.text).toMatch(/^Nordparts answered in a side conversation\n\n> One is left/);
    expect(mail.replyTo[0]?.address).toBe(addressFor(astrid, 'note'));
    expect(mail.text).toContain('Begin with #public');
    await send({ from: astrid.email, to: mail.replyTo[0]?.address, inReplyTo: mail.messageId ?? '', text: 'Take it.' });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'note', author_id: astrid.id, text: 'Take it.' });
    expect(toCustomer()).toEqual([]);
  });

  test('of a colleague’s question names it, and an answer to it is a note', async () => {
    await desk.ask(lead, 'POST', `/api/v1/tickets/${number}/swarms`, { people: [astrid.id], question: 'Has she paid?' });
    await follow();
    expect((await desk.ask(astrid, 'GET', '/api/v1/notifications')).body.items[0]).toMatchObject({ kind: 'asked', line: 'Has she paid?' });
    const { mail } = await theNotice();
    expect(mail.text).toContain('> Has she paid?');
    expect(mail.replyTo[0]?.address).toBe(addressFor(astrid, 'note'));
    await send({ from: astrid.email, to: mail.replyTo[0]?.address, inReplyTo: mail.messageId ?? '', text: 'Not yet.' });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'note', text: 'Not yet.' });
    expect(toCustomer()).toEqual([]);
  });

  test('among other news makes the answer a note, whichever came last', async () => {
    await hearsByMail('answered', 'colleague');
    await desk.ask(lead, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'She never pays.' });
    await customerWrites();
    await follow();
    const { mail } = await theNotice();
    expect(mail.text).toMatch(/She never pays[^]*And now it is dark/);
    expect(mail.replyTo[0]?.address).toBe(addressFor(astrid, 'note'));
    await send({ from: astrid.email, to: mail.replyTo[0]?.address, inReplyTo: mail.messageId ?? '', text: 'She did last time.' });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'note', text: 'She did last time.' });
    expect(toCustomer()).toEqual([]);
  });

  test('what the customer alone wrote is answered to them', async () => {
    await hearsByMail('answered');
    await customerWrites();
    await follow();
    expect((await theNotice()).mail.replyTo[0]?.address).toBe(addressFor(astrid));
  });
});

describe('a mail that is not proved to be the agent’s', () => {
  /** The agent's address is one of that domain, and a mail with just this address in From comes from elsewhere. */
  const forging = async (domain: string) => {
    const email = `astrid${count}@${domain}`;
    await sql`update agents set email = ${email} where workspace_id = ${workspace.id} and id = ${astrid.id}`.execute(desk.context.db);
    return { from: email, to: addressFor(astrid) };
  };
  const refused: [string, (given: { other: SignedInAgent }) => Promise<{ from: string; to: string }> | { from: string; to: string }, string][] = [
    ['in the agent’s name, from a domain that DMARC protects,', () => forging('forged.example'), 'could not be verified'],
    ['in the agent’s name, from a domain of which nothing is known,', () => forging('unknown.example'), 'could not be verified'],
    ['from a colleague, proved', ({ other }) => ({ from: other.email, to: addressFor(astrid) }), 'not their address'],
    ['from the agent to a colleague’s address', ({ other }) => ({ from: astrid.email, to: addressFor(other) }), 'not their address'],
    ['from a customer to whom it was passed on', () => ({ from: 'somebody@verified.example', to: addressFor(astrid) }), 'not their address'],
  ];
  test.each(refused)('%s becomes a note that says so, and reaches nobody', async (_name, mailOf, reason) => {
    const other = await aSignedInAgent(desk.context, workspace.id, { name: 'Other', email: `other${count}@verified.example` });
    const before = desk.sink.caught.length;
    await send(await mailOf({ other }));
    expect(await answers()).toMatchObject([{ kind: 'note', author_type: 'system', author_id: null, text: expect.stringContaining(reason) as string }]);
    expect((await answers())[0]?.text).not.toContain('change the bulb');
    expect(desk.sink.caught.slice(before)).toEqual([]);
    // What came is there to be looked at, as a file.
    const { body } = await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/timeline`);
    expect((body.items as { type: string; kind?: string; attachments?: { type: string }[] }[]).find(({ kind }) => kind === 'note')?.attachments).toMatchObject([{ type: 'message/rfc822' }]);
    // Nor does the sender take part now.
    expect((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/participants`)).body.items).toHaveLength(1);
  });

  test.each<[string, (id: number) => Promise<unknown>]>([
    ['who has left', (id) => sql`update agents set active = false where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db)],
    ['who only looks on now', (id) => sql`update agents set role = 'viewer' where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db)],
    ['whose address has changed', (id) => sql`update agents set email = ${`new${count}@verified.example`} where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db)],
    ['who no longer sees the brand', async (id) => {
      const brand = await aBrand(desk.context.db, workspace.id);
      await sql`update agents set all_brands = false where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db);
      await sql`insert into agent_brands (workspace_id, agent_id, brand_id) values (${workspace.id}, ${id}, ${brand})`.execute(desk.context.db);
    }],
  ])('nor is one of somebody %s', async (_name, change) => {
    await change(astrid.id);
    await send({ from: astrid.email, to: addressFor(astrid) });
    expect(await answers()).toMatchObject([{ kind: 'note', author_type: 'system' }]);
    expect(toCustomer()).toEqual([]);
  });

  test('a changed mark opens nothing: it is a mail like any other', async () => {
    const genuine = addressFor(astrid);
    for (const changed of [genuine.replace(/\.p\./, '.n.'), genuine.replace(/(\w)@/, (_whole, last: string) => `${last === 'a' ? 'b' : 'a'}@`)]) {
      expect(changed).not.toBe(genuine);
      await send({ from: astrid.email, to: changed, subject: 'Hello' });
    }
    expect(await answers()).toEqual([]);
    const others = await desk.context.db.selectFrom('messages').select(['author_type', 'direction']).where('workspace_id', '=', workspace.id).where('ticket_id', '!=', ticketId).execute();
    expect(others).toEqual([{ author_type: 'customer', direction: 'in' }, { author_type: 'customer', direction: 'in' }]);
  });

  test('an empty answer, and one to a closed ticket, are told of and not sent', async () => {
    await send({ from: astrid.email, to: addressFor(astrid), text: '#note' });
    await sql`update tickets set status = 'closed' where workspace_id = ${workspace.id} and id = ${ticketId}`.execute(desk.context.db);
    await desk.settle();
    await send({ from: astrid.email, to: addressFor(astrid) });
    expect((await answers()).map(({ kind, text }) => [kind, /nothing new|closed/.exec(text)?.[0]])).toEqual([['note', 'nothing new'], ['note', 'closed']]);
    expect(toCustomer()).toEqual([]);
  });
});
