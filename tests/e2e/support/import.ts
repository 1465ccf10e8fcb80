import type { SignedInAgent } from '../../support/factories.ts';
import type { BrowserDesk } from './desk.ts';

export const table = ['Namn;E-post;Telefon;Företag;Kundnr', 'Åsa Öberg;asa@kraft.example;070-123 45 67;Kraft AB;17', 'Bo Ek;bo@kraft.example;;Kraft AB;18', 'Maja;maja@verified.example;+48 600 123 456;;19', 'Wrong;not-an-address;;;20'].join('\r\n');

const ends: Record<string, string> = { check: 'ready', start: 'done', undo: 'undone' };

/** An import of `content` that has come through these steps; answers its id. */
export async function anImport(desk: BrowserDesk, agent: SignedInAgent, steps: ('check' | 'start' | 'undo')[], content: string | Buffer = table, name = 'kunder.csv'): Promise<number> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content as string))]), name);
  const made = await fetch(`${desk.url}/api/v1/customer-imports`, { method: 'POST', headers: agent.headers, body: form });
  const { id } = (await made.json()) as { id: number };
  await fetch(`${desk.url}/api/v1/customer-imports/${id}`, { method: 'PATCH', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ country: 'SE' }) });
  for (const step of steps) {
    await fetch(`${desk.url}/api/v1/customer-imports/${id}/${step}`, { method: 'POST', headers: agent.headers });
    await desk.until(`${step} is done`, async () => (await desk.db.selectFrom('customer_imports').select('status').where('workspace_id', '=', desk.workspaceId).where('id', '=', id).executeTakeFirst())?.status === ends[step]);
  }
  return id;
}
