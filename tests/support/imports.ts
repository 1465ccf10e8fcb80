import { expect } from 'vitest';
import { claimDue, workOn } from '../../apps/server/src/features/customer-imports/import-worker.ts';
import type { TestDesk } from './desk.ts';
import type { TestAgent } from './factories.ts';

export const importsPath = '/api/v1/customer-imports';

export type Person = { id: number; name: string; kind: string; language: string | null; note: string; organization: { name: string } | null; addresses: { kind: string; address: string; is_primary: boolean }[]; brands: { id: number }[] };

/** What a customer is, whichever workspace they are in. */
export const facts = ({ name, kind, language, note, organization, addresses }: Person) => ({ name, kind, language, note, organization: organization?.name ?? null, addresses: addresses.map(({ kind: of, address, is_primary }) => [of, address, is_primary]).toSorted() });

/** Imports by the API, with the worker's part done by hand. `by` is who asks where nobody else is named. */
export function importsOf(at: () => TestDesk, by: () => TestAgent) {
  async function upload(content: string | Buffer, { asker = by(), name = 'people.csv' } = {}) {
    const boundary = 'xxBOUNDARYxx';
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await at().app.inject({ method: 'POST', url: importsPath, headers: { ...asker.headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    return { status: answer.statusCode, body: answer.json() };
  }

  /** What a worker does, until nothing is due. */
  async function work(): Promise<void> {
    for (;;) {
      const jobs = await claimDue(at().context, 10);
      if (jobs.length === 0) return;
      for (const job of jobs) await workOn(at().context, job, new AbortController().signal);
    }
  }

  const get = async (id: number, asker = by()) => (await at().ask(asker, 'GET', `${importsPath}/${id}`)).body;
  const step = (id: number, name: 'check' | 'start' | 'undo', asker = by()) => at().ask(asker, 'POST', `${importsPath}/${id}/${name}`);
  const rowsOf = async (id: number, query = '', asker = by()) => (await at().ask(asker, 'GET', `${importsPath}/${id}/rows?limit=100${query}`)).body.items;

  async function checked(content: string | Buffer, settings: object = {}, asker = by()): Promise<number> {
    const { status, body } = await upload(content, { asker });
    expect([status, body.code]).toEqual([201, undefined]);
    if (Object.keys(settings).length > 0) expect((await at().ask(asker, 'PATCH', `${importsPath}/${body.id}`, settings)).status).toBe(200);
    expect((await step(body.id, 'check', asker)).status).toBe(202);
    await work();
    return body.id as number;
  }

  async function imported(content: string | Buffer, settings: object = {}, asker = by()): Promise<number> {
    const id = await checked(content, settings, asker);
    expect((await step(id, 'start', asker)).status).toBe(202);
    await work();
    return id;
  }

  async function people(asker = by()): Promise<Person[]> {
    const found: Person[] = [];
    let cursor = '';
    do {
      const { body } = await at().ask(asker, 'GET', `/api/v1/customers?limit=100${cursor && `&cursor=${cursor}`}`);
      found.push(...body.items);
      cursor = body.next_cursor ?? '';
    } while (cursor);
    return found;
  }

  return { upload, work, get, step, rowsOf, checked, imported, people };
}
