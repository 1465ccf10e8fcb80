import { mkdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoComplaints, openScreen, wide } from '../support/screen.ts';
import { lendEars } from './ears.ts';
import { secondsOf, takeHand, type Effort } from './hand.ts';
import { openJobDesk } from './job-desk.ts';
import { firstCase, jobs, type Job } from './jobs.ts';

const page = new URL('../../../docs/jobs.md', import.meta.url);
const pictures = new URL('../../../docs/images/jobs/', import.meta.url);
/** `npm run docs:jobs` draws the pictures of docs/jobs.md anew and prints the figures of its table. */
const drawing = process.env['OMBUD_DRAW_JOBS'] === '1';

const { desk, agent, arrives } = openJobDesk();
const efforts = new Map<string, Effort>();

beforeAll(async () => {
  if (drawing) await mkdir(pictures, { recursive: true });
});
afterAll(() => {
  if (drawing) console.log([...efforts].map(([id, effort]) => `${id.padEnd(10)} ${effort.keys} keys  ${secondsOf(effort).toFixed(1)} s (${Math.round(effort.waited)} ms of it waiting), ${effort.letters} letters`).join('\n'));
});

/** Of what is to be heard one after the other, the first that was not. */
function firstUnheard(wanted: readonly string[], heard: readonly string[]): string | null {
  let at = -1;
  return wanted.find((line) => (at = heard.findIndex((each, index) => index > at && each.includes(line))) < 0) ?? null;
}

async function doJob(job: Job): Promise<{ effort: Effort; heard: readonly string[] }> {
  for (const subject of job.cases.toReversed()) await arrives(subject);
  const screen = await openScreen(desk(), agent(), { at: '/inbox/open', viewport: wide });
  await firstCase(screen.page, job);
  await screen.rest();
  const ears = await lendEars(screen.page);
  // Who measures does not listen.
  const hand = takeHand(screen.page, drawing ? undefined : ears.listen);
  await job.run(screen.page, hand, async () => {
    if (!drawing) return;
    await screen.rest();
    await screen.page.screenshot({ path: new URL(`${job.id}.png`, pictures).pathname });
  });
  if (!drawing) {
    const missing = async () => {
      await ears.listen();
      return firstUnheard(job.heard, ears.heard());
    };
    await expect.poll(missing, { message: `what is to be heard of “${job.id}”, in its turn` }).toBeNull().catch(() => expect.fail(`“${firstUnheard(job.heard, ears.heard())}” is not heard in its turn, but:\n${ears.heard().join('\n')}`));
    await expect.poll(() => ears.where(), { message: `${job.id} ends where something has the focus` }).not.toMatch(/^(generic|none|RootWebArea)/);
  }
  expectNoComplaints(screen);
  await screen.close();
  return { effort: hand.effort(), heard: ears.heard() };
}

test.each(jobs)('$id, with the keyboard alone, with as many keys as the docs say, and every step of it is heard', async (job) => {
  const { effort, heard } = await doJob(job);
  efforts.set(job.id, effort);
  if (drawing) return;
  const said = new RegExp(`^\\|[^|]*\\(#${job.id}\\)[^|]*\\| (\\d+) \\|`, 'm').exec(await readFile(page, 'utf8'))?.[1];
  expect(said, `the keys of “${job.id}” in docs/jobs.md`).toBe(String(effort.keys));
  // Nothing that has the focus is without a name.
  expect(heard.filter((line) => /^(?!generic|none|RootWebArea)\w+: (,|$)/.test(line))).toEqual([]);
});
