import { afterEach, expect, test, vi } from 'vitest';
import { api, askedFor, readAll } from './api.ts';
import { ApiProblem } from './problem.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(...answers: { status?: number; body: unknown }[]) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    const { status = 200, body } = answers[asked.length - 1] ?? { body: null };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

test('names in the path are filled and cannot leave their place', async () => {
  const asked = answering({ body: {} });
  await api.get('/api/v1/tickets/{number}', { path: { number: '../agents' as unknown as number } });
  expect(new URL(asked[0]!.url).pathname).toBe('/api/v1/tickets/..%2Fagents');
});

test('what is not asked is not sent', async () => {
  expect(askedFor({ q: '', cursor: null, organization: undefined, limit: 50, done: false })).toEqual({ limit: 50, done: false });
  const asked = answering({ body: { items: [], next_cursor: null } });
  await api.get('/api/v1/customers', { query: { q: 'åsa & co', cursor: null } });
  expect(new URL(asked[0]!.url).search).toBe('?q=%C3%A5sa%20%26%20co');
});

test('a problem answer is thrown with its code, its fields and the number to quote', async () => {
  answering({ status: 400, body: { type: 'x', title: 'x', status: 400, code: 'invalid_input', errors: [{ field: 'name', code: 'too_big', message: 'x' }, { odd: true }], instance: 'urn:ombud:ab12' } });
  const problem = await api.post('/api/v1/teams', { body: { name: 'x' } }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ code: 'invalid_input', status: 400, fields: [{ field: 'name', code: 'too_big' }], reference: 'ab12' });
});

test('a gateway that answers in its own words is still understood', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
  await expect(api.get('/api/v1/me')).rejects.toMatchObject({ code: 'not_ready', status: 502 });
});

test('no answer at all is "offline"', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(api.get('/api/v1/me')).rejects.toMatchObject({ code: 'offline' });
});

test('a list is read page by page to its end', async () => {
  const asked = answering({ body: { items: [{ id: 1 }], next_cursor: 'c1' } }, { body: { items: [{ id: 2 }], next_cursor: null } });
  expect((await readAll('/api/v1/teams', { show: 'all' })).map(({ id }) => id)).toEqual([1, 2]);
  expect(asked.map(({ url }) => new URL(url).searchParams.get('cursor'))).toEqual([null, 'c1']);
});
