import { afterAll, beforeAll, expect } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from '../support/desk.ts';

/** The desk that the jobs are done on: a colleague, a template, and cases as they are asked for. */
export function openJobDesk() {
  let desk: BrowserDesk;
  let agent: SignedInAgent;
  let count = 0;

  beforeAll(async () => {
    desk = await openBrowserDesk();
    agent = await desk.agent({ name: 'Astrid Lind' });
    const lead = await desk.agent({ name: 'Bo Ek', role: 'lead' });
    const macro = { name: 'Restart the radio', shared: true, actions: { status: 'pending', add_tags: ['restart'] }, texts: [{ language: 'en', html: '<p>Hi {{customer.first_name}}, unplug the radio for ten seconds.</p>' }] };
    const made = await fetch(`${desk.url}/api/v1/macros`, { method: 'POST', headers: { ...lead.headers, 'content-type': 'application/json' }, body: JSON.stringify(macro) });
    expect(made.status).toBe(201);
  });
  afterAll(() => desk?.stop());

  return {
    desk: () => desk,
    agent: () => agent,
    async arrives(subject: string): Promise<void> {
      count += 1;
      const before = count;
      await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `Hello,\n\nI write about this: ${subject}. What can you do for me?\n\nKind regards\nMaja`, messageId: `<job-${count}@verified.example>` });
      await desk.until(`the case “${subject}”`, () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirst().then((row) => row && before));
    },
  };
}
