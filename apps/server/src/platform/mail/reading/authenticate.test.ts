import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { expect, test } from 'vitest';
import { authenticateMail } from './authenticate.ts';
import type { DnsResolver } from './authenticate.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const letter =
  'From: Ann <ann@example.org>\r\nTo: help@desk.example\r\nSubject: Hi\r\nDate: Mon, 2 Mar 2026 08:00:00 +0000\r\nMessage-ID: <m1@example.org>\r\n\r\nHello\r\n';
const connection = { ip: '192.0.2.10', helo: 'mx.example.org', mailFrom: 'ann@example.org' };

/** DNS from a table; other names do not exist. */
function zone(records: Record<string, string>): DnsResolver {
  return async (name, type) => {
    const text = type === 'TXT' ? records[name.toLowerCase()] : undefined;
    if (text === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[text]];
  };
}

async function signed(domain: string): Promise<Buffer> {
  const by = { signingDomain: domain, selector: 's1', privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  // The published types ask for the signer beside the list of signers, the code for the list.
  const result = await dkimSign(letter, { canonicalization: 'relaxed/relaxed', ...by, signatureData: [by] } as Parameters<typeof dkimSign>[1]);
  return Buffer.from(`${result.signatures}${letter}`);
}

const key = `v=DKIM1; k=rsa; p=${publicKey}`;
const dmarc = { '_dmarc.example.org': 'v=DMARC1; p=none' };

test('an aligned signature under a DMARC record verifies the sender', async () => {
  const result = await authenticateMail(await signed('example.org'), connection, zone({ ...dmarc, 's1._domainkey.example.org': key }));
  expect(result).toMatchObject({ dkim: 'pass', dmarc: 'pass', fromDomain: 'example.org', verdict: 'verified' });
});

test('aligned SPF verifies the sender, with a DMARC record and without', async () => {
  const spf = { 'example.org': 'v=spf1 ip4:192.0.2.10 -all' };
  expect(await authenticateMail(Buffer.from(letter), connection, zone({ ...dmarc, ...spf }))).toMatchObject({ spf: 'pass', dmarc: 'pass', verdict: 'verified' });
  expect(await authenticateMail(Buffer.from(letter), connection, zone(spf))).toMatchObject({ spf: 'pass', dmarc: 'none', verdict: 'verified' });
});

test('a forged From fails wherever its domain publishes any policy, even none', async () => {
  const evil = { ...connection, mailFrom: 'eve@evil.example' };
  const records = { ...dmarc, 'evil.example': 'v=spf1 +all', 's1._domainkey.evil.example': key };
  expect(await authenticateMail(await signed('evil.example'), evil, zone(records))).toMatchObject({ spf: 'pass', dkim: 'pass', dmarc: 'fail', verdict: 'failed' });
});

test("somebody else's good signature verifies nobody where there is no policy", async () => {
  const evil = { ...connection, mailFrom: 'eve@evil.example' };
  expect(await authenticateMail(await signed('evil.example'), evil, zone({ 'evil.example': 'v=spf1 +all', 's1._domainkey.evil.example': key }))).toMatchObject({
    dkim: 'pass',
    dmarc: 'none',
    verdict: 'unverified',
  });
});

test('a changed body breaks the signature', async () => {
  const changed = Buffer.from((await signed('example.org')).toString().replace('Hello', 'Pay me'));
  expect(await authenticateMail(changed, connection, zone({ ...dmarc, 's1._domainkey.example.org': key }))).toMatchObject({ dmarc: 'fail', verdict: 'failed' });
});

test('without any record the sender is unverified', async () => {
  expect(await authenticateMail(Buffer.from(letter), connection, zone({}))).toMatchObject({ spf: 'none', dkim: 'none', dmarc: 'none', verdict: 'unverified' });
});

test('a name server that fails or never answers makes nobody a forger, and holds nothing up', async () => {
  const failing: DnsResolver = async () => {
    throw Object.assign(new Error('server failed'), { code: 'ESERVFAIL' });
  };
  expect((await authenticateMail(await signed('example.org'), connection, failing)).verdict).toBe('unverified');
  // It never answers: that this line is reached at all is the point.
  expect((await authenticateMail(await signed('example.org'), connection, () => new Promise(() => undefined), 100)).verdict).toBe('unverified');
});

test('two From fields, or none, verify nobody', async () => {
  const spf = zone({ ...dmarc, 'example.org': 'v=spf1 ip4:192.0.2.10 -all' });
  expect((await authenticateMail(Buffer.from(`From: eve@evil.example\r\n${letter}`), connection, spf)).verdict).toBe('unverified');
  expect((await authenticateMail(Buffer.from(letter.replace('From:', 'X-From:')), connection, spf)).verdict).toBe('unverified');
});

test('a hundred signatures are not worth checking', async () => {
  let asked = 0;
  const counting: DnsResolver = async () => {
    asked++;
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
  const bomb = 'DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; h=from; bh=x; b=y\r\n'.repeat(100);
  expect((await authenticateMail(Buffer.from(bomb + letter), connection, counting)).verdict).toBe('unverified');
  expect(asked).toBe(0);
});
