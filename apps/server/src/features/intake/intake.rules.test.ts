import { expect, test } from 'vitest';
import { createByteGate } from './byte-gate.ts';
import { chooseAcknowledgement } from './acknowledgement-texts.ts';
import { blockPatterns, inboxCandidates } from './intake-addresses.ts';
import { decideThread, numberInSubject, type ThreadEvidence, type ThreadTicket } from './threading.rules.ts';

const ticket = (takesPart: boolean, change: Partial<ThreadTicket> = {}): ThreadTicket => ({ id: 1, number: 10, status: 'open', folder: 'inbox', brandId: 1, takesPart, ...change });
const evidence = (change: Partial<ThreadEvidence>): ThreadEvidence => ({ signed: [], answered: [], quoted: [], numbered: null, verdict: 'unverified', automatic: false, ...change });

const verdicts = ['verified', 'unverified', 'failed'] as const;
const matrix = verdicts.flatMap((verdict) => [true, false].flatMap((takesPart) => (['signed', 'answered', 'quoted', 'numbered', 'nothing'] as const).map((by) => ({ verdict, takesPart, by }))));
test.each(matrix)('%j', ({ verdict, takesPart, by }) => {
  const found = ticket(takesPart);
  const decision = decideThread(evidence({ verdict, ...(by === 'signed' ? { signed: [found] } : by === 'answered' ? { answered: [found] } : by === 'quoted' ? { quoted: [found] } : by === 'numbered' ? { numbered: found } : {}) }));
  const joins = by === 'signed' || ((by === 'answered' || by === 'quoted') && takesPart) || (by === 'numbered' && takesPart && verdict === 'verified');
  expect(decision.kind).toBe(joins ? 'join' : 'open');
  if (decision.kind === 'join') expect(decision.known).toBe(takesPart);
  else expect(decision.linkTo).toBe(by === 'nothing' ? null : found);
});

test('a closed ticket and one in the trash are continued by a new one; a machine’s mail stays with them', () => {
  for (const change of [{ status: 'closed' }, { folder: 'trash' }]) {
    expect(decideThread(evidence({ signed: [ticket(true, change)] }))).toMatchObject({ kind: 'open', link: 'related' });
    expect(decideThread(evidence({ signed: [ticket(false, change)] }))).toMatchObject({ kind: 'open', link: 'claims_to_continue' });
    expect(decideThread(evidence({ signed: [ticket(true, change)], automatic: true })).kind).toBe('join');
  }
});

test.each([
  ['[#123] Lamp', 123], ['Re: Lamp [#7]', 7], ['Lamp #55', 55], ['#55: lamp', 55], ['Order A#55', null], ['color #fff123', null], ['#12abc', null], ['Invoice 123', null], ['#0', null], [`#${'9'.repeat(40)}`, null],
])('the subject %j names %j', (subject, number) => {
  expect(numberInSubject(subject)).toBe(number);
});

test.each([
  ['Support@Desk.Example', 'support@desk.example'], ['support+x@desk.example', 'support@desk.example'], ['a+b+t.1.2.abc@desk.example', 'a+b@desk.example'],
  ['"support"@desk.example', 'support@desk.example'], ['support@bücher.example', 'support@xn--bcher-kva.example'],
])('%j is mail for %j', (recipient, inbox) => {
  expect(inboxCandidates(recipient)).toContain(inbox);
});
test.each(['', '@desk.example', 'support', 'x'.repeat(400)])('%j is no address', (recipient) => {
  expect(inboxCandidates(recipient)).toEqual([]);
});

test('a block list speaks of addresses and whole domains', () => {
  expect(blockPatterns(['A@Spam.example', null, ''])).toEqual(['a@spam.example', '@spam.example']);
});

test('an acknowledgement falls back from language to brand to ours', () => {
  expect(chooseAcknowledgement({ default_language: 'da', texts: [] }, 'sv').language).toBe('sv');
  expect(chooseAcknowledgement({ default_language: 'da', texts: [] }, 'fi').language).toBe('da');
  expect(chooseAcknowledgement({ default_language: 'fi', texts: [] }, null).language).toBe('en');
  expect(chooseAcknowledgement({ default_language: 'da', texts: [{ language: 'da', subject: '', body: 'Hej' }] }, 'sv').body).toBe('Hej');
  expect(chooseAcknowledgement({ default_language: 'da', texts: [] }, 'constructor').language).toBe('da');
});

test('the gate lets in what fits, in order, and one that is larger than itself alone', async () => {
  const gate = createByteGate(10);
  const log: string[] = [];
  const work = (name: string, bytes: number) => gate(bytes, async () => {
    log.push(`+${name}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`-${name}`);
  });
  await Promise.all([work('a', 6), work('b', 4), work('c', 50), work('d', 1)]);
  expect(log.indexOf('+c')).toBeGreaterThan(log.indexOf('-b'));
  expect(log.indexOf('+d')).toBeGreaterThan(log.indexOf('-c'));
  expect(log.indexOf('+b')).toBeLessThan(log.indexOf('-a'));
});
