import { mkdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from '../support/desk.ts';
import { expectNoComplaints, openScreen, wide } from '../support/screen.ts';
import { secondsOf, takeHand, type Effort } from './hand.ts';
import { firstCase, jobs, type Job } from './jobs.ts';

const page = new URL('../../../docs/jobs.md', import.meta.url);
const pictures = new URL('../../../docs/images/jobs/', import.meta.url);
/** `npm run docs:jobs` draws the pictures of docs/jobs.md anew and prints the figures of its table. */
const drawing = process.env['OMBUD_DRAW_JOBS'] === '1';

let desk: BrowserDesk;
let agent: SignedInAgent;
const efforts = new Map<string, Effort>();

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  const lead = await desk.agent({ name: 'Bo Ek', role: 'lead' });
  const macro = { name: 'Restart the radio', shared: true, actions: { status: 'pending', add_tags: ['restart'] }, texts: [{ language: 'en', html: '<p>Hi {{customer.first_name}}, unplug the radio for ten seconds.</p>' }] };
  const made = await fetch(`${desk.url}/api/v1/macros`, { method: 'POST', headers: { ...lead.headers, 'content-type': 'application/json' }, body: JSON.stringify(macro) });
  expect(made.status).toBe(201);
  if (drawing) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await desk?.stop();
  if (drawing) console.log([...efforts].map(([id, effort]) => `${id.padEnd(10)} ${effort.keys} keys  ${secondsOf(effort).toFixed(1)} s (${Math.round(effort.waited)} ms of it waiting), ${effort.letters} letters`).join('\n'));
});

let count = 0;
async function arrives(subject: string): Promise<void> {
  count += 1;
  const before = count;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `Hello,\n\nI write about this: ${subject}. What can you do for me?\n\nKind regards\nMaja`, messageId: `<job-${count}@verified.example>` });
  await desk.until(`the case “${subject}”`, () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst().then((row) => row && before));
}

async function doJob(job: Job): Promise<Effort> {
  for (const subject of job.cases.toReversed()) await arrives(subject);
  const screen = await openScreen(desk, agent, { at: '/inbox/open', viewport: wide });
  await firstCase(screen.page, job);
  await screen.rest();
  const hand = takeHand(screen.page);
  await job.run(screen.page, hand, async () => {
    if (!drawing) return;
    await screen.rest();
    await screen.page.screenshot({ path: new URL(`${job.id}.png`, pictures).pathname });
  });
  expectNoComplaints(screen);
  await screen.close();
  return hand.effort();
}

test.each(jobs)('$id, with the keyboard alone, and with as many keys as the docs say', async (job) => {
  const effort = await doJob(job);
  efforts.set(job.id, effort);
  if (drawing) return;
  const said = new RegExp(`^\\|[^|]*\\(#${job.id}\\)[^|]*\\| (\\d+) \\|`, 'm').exec(await readFile(page, 'utf8'))?.[1];
  expect(said, `the keys of “${job.id}” in docs/jobs.md`).toBe(String(effort.keys));
});
