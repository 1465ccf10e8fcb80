import { expect, test } from 'vitest';
import { aMail, aMultipart } from './a-mail.test-support.ts';
import { classifyMail } from './classify-mail.ts';
import { readMail } from './read-mail.ts';

async function kindOf(headers: string[], from?: string, envelope: string | null = 'ann@example.org', body = 'Hello'): Promise<[string | null, boolean]> {
  const verdict = classifyMail(await readMail(aMail(headers, body, from ?? 'From: Ann <ann@example.org>')), { from: envelope });
  return [verdict.automatic, verdict.mayAnswer];
}

test.each([
  ['a letter', ['Subject: My order']],
  ['a letter that says so', ['Subject: Hi', 'Auto-Submitted: no']],
  ['a letter about an out-of-office reply', ['Subject: Your out of office reply confused me']],
  ['a letter about undelivered mail', ['Subject: Re: Undelivered Mail Returned to Sender']],
  ['a letter of first class', ['Subject: Hi', 'Precedence: first-class']],
  ['a letter that wants no receipts', ['Subject: Hi', 'X-Auto-Response-Suppress: DR, RN, NRN']],
  ['a letter about holidays', ['Subject: Holiday booking in May']],
  ['a letter about absence in Swedish', ['Subject: Anmälan av frånvaro']],
  ['an employee who asks for leave', ['Subject: Semester vecka 30']],
  ['an employee who asks for leave in German', ['Subject: Urlaub vom 3. bis 5. Mai']],
  ['an answer about somebody else being away', ['Subject: Re: Out of office settings do not work', 'In-Reply-To: <a@desk.example>']],
  ['an answer to an automatic reply', ['Subject: AW: Automatische Antwort: Ihre Frage', 'In-Reply-To: <a@desk.example>']],
])('%s may be answered', async (_name, headers) => {
  expect(await kindOf(headers)).toEqual([null, true]);
});

test.each([
  ['Auto-Submitted', ['Auto-Submitted: auto-replied'], 'auto-reply'],
  ['Auto-Submitted with a comment', ['Auto-Submitted: auto-generated (cron)'], 'auto-reply'],
  ['X-Autoreply', ['X-Autoreply: yes'], 'auto-reply'],
  ['X-Autorespond', ['X-Autorespond: '.concat('vacation')], 'auto-reply'],
  ['Precedence auto_reply', ['Precedence: auto_reply'], 'auto-reply'],
  ['Precedence bulk', ['Precedence: bulk'], 'bulk'],
  ['Precedence junk', ['Precedence: junk'], 'bulk'],
  ['List-Unsubscribe', ['List-Unsubscribe: <mailto:u@example.org>'], 'bulk'],
  ['Precedence list', ['Precedence: list'], 'list'],
  ['List-Id', ['List-Id: <users.example.org>'], 'list'],
  ['a list owner as the return path', ['Return-Path: <users-bounces+ann=x.example@example.org>'], 'list'],
  ['our own mark', ['X-Ombud-Loop: abc', 'Precedence: bulk'], 'own'],
])('%s forbids an automatic answer', async (_name, headers, kind) => {
  expect(await kindOf(['Subject: Hi', ...headers])).toEqual([kind, false]);
});

test('a request for silence, a machine as sender and a missing sender forbid an answer without making the mail automatic', async () => {
  expect(await kindOf(['Subject: Hi', 'X-Auto-Response-Suppress: OOF, AutoReply'])).toEqual([null, false]);
  expect(await kindOf(['Subject: Hi'], 'From: no-reply@shop.example')).toEqual([null, false]);
  expect(await kindOf(['Subject: Hi'], 'From: nobody')).toEqual([null, false]);
});

test('the null return path and the daemons are never answered', async () => {
  expect(await kindOf(['Subject: Hi'], undefined, '')).toEqual(['auto-reply', false]);
  expect(await kindOf(['Subject: Hi', 'Return-Path: <>'], undefined, null)).toEqual(['auto-reply', false]);
  expect(await kindOf(['Subject: Hi'], 'From: MAILER-DAEMON@example.org')).toEqual(['auto-reply', false]);
  expect(await kindOf(['Subject: Hi'], 'From: postmaster@example.org')).toEqual(['auto-reply', false]);
});

test('a newsletter that collects its returns at bounces@ is not a daemon', async () => {
  expect(await kindOf(['Subject: Hi', 'Return-Path: <bounces@news.example>'])).toEqual([null, true]);
});

test.each([
  ['en', 'Out of office: back on Monday'],
  ['en', 'Automatic reply: Re: Your ticket [#12]'],
  ['sv', 'Frånvaro: Ditt ärende'],
  ['sv', 'Autosvar: på semester'],
  ['da', 'Ikke til stede: Sag 12'],
  ['da', 'Fraværsbesked'],
  ['no', 'Fraværsmelding'],
  ['no', 'Automatisk svar: Sak 12'],
  ['de', 'Abwesenheitsnotiz: Ihre Anfrage'],
  ['de', 'Automatische Antwort: Ihre Anfrage'],
  ['es', 'Respuesta automática: su caso'],
  ['es', 'Fuera de la oficina'],
  ['pl', 'Odpowiedź automatyczna: zgłoszenie'],
  ['pl', 'Nieobecność w biurze'],
  ['fr', 'Réponse automatique : votre demande'],
  ['fr', 'Absence du bureau'],
  ['nl', 'Automatisch antwoord: uw vraag'],
  ['nl', 'Afwezig: uw vraag'],
  ['it', 'Risposta automatica: richiesta'],
  ['it', 'Fuori sede'],
  ['pt', 'Resposta automática: pedido'],
  ['pt', 'Ausência temporária'],
  ['fi', 'Automaattinen vastaus: asia'],
  ['ja', '自動応答: 件名'],
])('an absent person (%s, "%s") is not answered', async (_language, subject) => {
  const [kind, may] = await kindOf([`Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, 'Auto-Submitted: auto-replied']);
  expect(['out-of-office', 'auto-reply']).toContain(kind);
  expect(may).toBe(false);
});

test('an out-of-office reply is told from other automatic replies by its subject', async () => {
  expect(await kindOf(['Subject: Out of Office: Re: Your ticket', 'X-Auto-Response-Suppress: All'])).toEqual(['out-of-office', false]);
  expect(await kindOf(['Subject: We got your mail', 'Auto-Submitted: auto-replied'])).toEqual(['auto-reply', false]);
});

test.each([
  ['no mark but a message that it answers', ['Subject: Semester Re: Er order', 'In-Reply-To: <a@desk.example>']],
  ['no mark at all, in words that only programs use', ['Subject: Abwesenheitsnotiz']],
  ['a mark below the prefix of an answer', ['Subject: Re: Out of office', 'X-Auto-Response-Suppress: All']],
])('an absent person is recognised by %s', async (_name, headers) => {
  expect(await kindOf(headers)).toEqual(['out-of-office', false]);
});

test('delivery reports, delays and complaints are told apart', async () => {
  const report = (action: string): Promise<[string | null, boolean]> =>
    readMail(
      aMultipart('report; report-type=delivery-status', [
        '\nSorry',
        `Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: ${action}\nStatus: 5.0.0`,
      ]),
    ).then((mail) => {
      const verdict = classifyMail(mail, { from: '' });
      return [verdict.automatic, verdict.mayAnswer];
    });
  expect(await report('failed')).toEqual(['bounce', false]);
  expect(await report('delayed')).toEqual(['delay', false]);
  expect(await report('delivered')).toEqual(['report', false]);
  const complaint = await readMail(aMultipart('report; report-type=feedback-report', ['\nAbuse', 'Content-Type: message/feedback-report\n\nFeedback-Type: abuse']));
  expect(classifyMail(complaint, { from: null }).automatic).toBe('report');
});
