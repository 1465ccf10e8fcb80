import { expect } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './desk.ts';
import { row, seen, ticket, type Screen } from './screen.ts';

/** A desk with an agent and a lead; and what the tests of macros do there. */
export type MacrosRoom = Awaited<ReturnType<typeof openMacrosRoom>>;

let count = 0;

export async function openMacrosRoom() {
  const desk: BrowserDesk = await openBrowserDesk();
  const agent = await desk.agent({ name: 'Astrid Lind' });
  const lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });

  async function ask(asker: SignedInAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
    const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...asker.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as object) };
  }

  return {
    desk, agent, lead, ask,
    async aMacro(body: object, asker = lead): Promise<number> {
      const made = await ask(asker, 'POST', '/macros', { shared: asker === lead, ...body });
      expect(made.status).toBe(201);
      return made.id;
    },
    /** A ticket from a mail, open on the screen; nothing is clicked. */
    async openTicket(screen: Screen, subject: string, from = { name: 'Maja Svensson', address: 'maja@verified.example' }): Promise<number> {
      count += 1;
      await desk.send({ from, subject, text: `About ${subject}.`, messageId: `<macros-${count}@verified.example>` });
      await seen(row(screen.page, subject));
      await screen.page.keyboard.press('j');
      await screen.page.keyboard.press('Enter');
      await seen(ticket(screen.page, subject));
      const found = await desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', subject).executeTakeFirstOrThrow();
      return found.number;
    },
    stateOf: (number: number) => ask(agent, 'GET', `/tickets/${number}`),
  };
}

export const slashMenu = (screen: Screen) => screen.page.locator('[data-slash-menu]');
/** What the marked macro says and does on this ticket. */
export const preview = (screen: Screen) => screen.page.locator('[data-macro-preview]');
export const picker = (screen: Screen) => screen.page.getByRole('dialog', { name: 'Use a macro…' });
export const chips = (screen: Screen) => screen.page.getByRole('list', { name: 'Done when you send' }).filter({ visible: true });
