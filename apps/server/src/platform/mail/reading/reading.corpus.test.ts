import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classifyMail } from './classify-mail.ts';
import { readBounce } from './read-bounce.ts';
import { readMail } from './read-mail.ts';

/** Set OMBUD_CORPORA to a folder with mail/mime and mail/bounces to run these. */
const root = process.env['OMBUD_CORPORA'] ?? '';
const reason = 'OMBUD_CORPORA does not name the corpora';

function mails(folder: string): string[] {
  const path = join(root, 'mail', folder);
  if (!root || !existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(path, name))
    .sort();
}

const mojibake = /\ufffd|Ã[\u0080-\u00bf]|â€[™œ\u009d]/;
/** These hold U+FFFD, or text without characters, in the file itself. */
const brokenAtSource = /must_supply_encoding/;

test('every mail of the corpus is read whole, in time and without mojibake', async (context) => {
  const files = mails('mime');
  if (files.length === 0) return context.skip(reason);
  const bad: string[] = [];
  for (const file of files) {
    const started = performance.now();
    const mail = await readMail(readFileSync(file));
    const said = [mail.subject, mail.text, mail.from?.name ?? '', ...mail.attachments.map((a) => a.name)].join('\n');
    if (mail.parseFailed || mail.truncated || performance.now() - started > 2000) bad.push(`${file}: failed`);
    if (mojibake.test(said) && !brokenAtSource.test(file)) bad.push(`${file}: mojibake in ${JSON.stringify(said.slice(0, 200))}`);
    if (!mail.from && !/bad_encoded_subject/.test(file)) bad.push(`${file}: no sender`);
  }
  expect(bad).toEqual([]);
});

test('every report of the corpus is recognised and none is answered', async (context) => {
  const files = mails('bounces');
  if (files.length === 0) return context.skip(reason);
  const bad: string[] = [];
  for (const file of files) {
    const raw = readFileSync(file);
    const mail = await readMail(raw);
    const verdict = classifyMail(mail, { from: null });
    if (verdict.mayAnswer) bad.push(`${file}: would be answered`);
    if (/rfc3834/.test(file)) {
      if (readBounce(raw, mail) !== null || verdict.automatic !== 'auto-reply') bad.push(`${file}: is a vacation reply`);
      continue;
    }
    const bounce = readBounce(raw, mail);
    if (!['bounce', 'delay', 'report'].includes(verdict.automatic ?? '') || !bounce) bad.push(`${file}: not recognised`);
    if (bounce && bounce.kind !== 'feedback' && bounce.recipients.length === 0) bad.push(`${file}: no recipient`);
    // The original's id, wherever the file has a second one.
    if (bounce && !bounce.originalMessageId && (raw.toString('latin1').match(/^\s*message-id:\s*\S/gim) ?? []).length > 1) bad.push(`${file}: no original id`);
  }
  expect(bad).toEqual([]);
});
