import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { judgeDmarc, judgeSpf } from './sender-domain.rules.ts';

const spf = (records: string[] | null, server: string | null = 'mail.firm.example') => judgeSpf('firm.example', records, server);

test.each([
  [[], 'missing', 'none', 'v=spf1 a:mail.firm.example ~all'],
  [['google-site-verification=x'], 'missing', 'none', 'v=spf1 a:mail.firm.example ~all'],
  [['v=spf1 a:mail.firm.example -all'], 'good', null, null],
  [['v=spf1 +a:MAIL.firm.example -all'], 'good', null, null],
  [['v=spf1 mx -all'], 'weak', 'lacks_server', 'v=spf1 mx a:mail.firm.example -all'],
  [['v=spf1 mx redirect=_spf.other.example'], 'weak', 'lacks_server', 'v=spf1 mx a:mail.firm.example redirect=_spf.other.example'],
  [['v=spf1 mx'], 'weak', 'lacks_server', 'v=spf1 mx a:mail.firm.example'],
  [['v=spf1 mx all'], 'wrong', 'lets_everyone', 'v=spf1 mx ~all'],
  [['v=spf1 -all', 'v=spf1 mx -all'], 'wrong', 'several', null],
  [['v=spf10 -all'], 'missing', 'none', 'v=spf1 a:mail.firm.example ~all'],
  [null, 'unknown', 'no_answer', null],
])('SPF %j is %s (%s)', (records, state, reason, suggested) => {
  expect(spf(records)).toMatchObject({ state, reason, suggested, name: 'firm.example' });
});

test('providers are named by the record that they keep themselves; without a server nothing is advised', () => {
  expect(spf([], 'smtp.office365.com').suggested).toBe('v=spf1 include:spf.protection.outlook.com ~all');
  expect(spf(['v=spf1 include:_spf.google.com ~all'], 'smtp.gmail.com').state).toBe('good');
  expect(spf([], 'gmail.com.evil.example').suggested).toBe('v=spf1 a:gmail.com.evil.example ~all');
  expect(spf([], null)).toMatchObject({ state: 'missing', reason: 'none_no_server', suggested: null });
  expect(spf(['v=spf1 mx -all'], null)).toMatchObject({ state: 'unknown', reason: 'no_server', suggested: null });
});

test.each([
  [[], 'missing', 'none', 'v=DMARC1; p=quarantine; rua=mailto:postmaster@firm.example'],
  [['v=DMARC1; p=reject'], 'good', null, null],
  [['v=DMARC1;p=quarantine;pct=100'], 'good', null, null],
  [['v=DMARC1; p=none; rua=mailto:a@firm.example'], 'weak', 'no_policy', 'v=DMARC1; p=quarantine; rua=mailto:a@firm.example'],
  [['v=DMARC1; sp=reject; p=none'], 'weak', 'no_policy', 'v=DMARC1; sp=reject; p=quarantine'],
  [['v=DMARC1; rua=mailto:a@firm.example'], 'weak', 'no_policy', 'v=DMARC1; p=quarantine; rua=mailto:postmaster@firm.example'],
  [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'wrong', 'several', null],
  [null, 'unknown', 'no_answer', null],
])('DMARC %j is %s (%s)', (records, state, reason, suggested) => {
  expect(judgeDmarc('firm.example', records)).toMatchObject({ state, reason, suggested, name: '_dmarc.firm.example' });
});

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.stop());

test('an inbox tells what DNS says of its domain, and asks for nothing else', async () => {
  const asked: string[] = [];
  const zone: Record<string, string[][]> = { 'firm.example': [['other'], ['v=spf1 ', 'mx -all']], 'selector1._domainkey.firm.example': [['v=DKIM1; k=rsa; p=MIIBIjANBgkq']], 'mail._domainkey.firm.example': [['v=DKIM1; p=']] };
  desk.context.dns = async (name, type) => {
    asked.push(`${type} ${name}`);
    if (name.startsWith('_dmarc')) throw Object.assign(new Error('slow'), { code: 'ETIMEOUT' });
    if (!zone[name]) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return zone[name];
  };
  const workspace = await aWorkspace(desk.context.db);
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  const inbox = await anInbox(desk.context.db, workspace.id, { address: 'help@firm.example' });
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { smtp_url: 'smtps://desk:canary-4714@smtp.office365.com' });
  const { status, body } = await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/sender-domain`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    domain: 'firm.example', server: 'smtp.office365.com',
    checks: [
      { kind: 'spf', state: 'weak', found: ['v=spf1 mx -all'], suggested: 'v=spf1 mx include:spf.protection.outlook.com -all' },
      { kind: 'dkim', state: 'good', found: ['selector1._domainkey.firm.example: v=DKIM1; k=rsa; p=MIIBIjANBgkq'] },
      { kind: 'dmarc', state: 'unknown', reason: 'no_answer' },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('canary');
  expect(asked.every((question) => /^TXT (_dmarc\.|[a-z0-9]+\._domainkey\.)?firm\.example$/.test(question))).toBe(true);
});
