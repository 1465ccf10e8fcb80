import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { guardedLookup, resolveGuarded } from './guarded-lookup.ts';

test.each([
  '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255',
  '224.0.0.1', '239.255.255.255', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1',
  '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', '::127.0.0.1', 'not an address', '', '2130706433', '0x7f.1',
])('%s is not on the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is on the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

let server: Server;
let port: number;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['x-secret'] ?? ''}`.trim());
    if (request.url === '/large') return response.end(Buffer.alloc(100_000));
    if (request.url === '/slow') return;
    if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end();
    if (request.url?.startsWith('/to/')) return response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) }).end();
    response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];

test('no notation of our own machine gets through, and it is never asked', async () => {
  asked = [];
  for (const host of ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0'])
    await expect(guardedFetch(`http://${host}:${port}/`), host).rejects.toMatchObject({ name: 'OutboundError', code: 'address_not_allowed' });
  expect(asked).toEqual([]);
});

test('a public-looking name that resolves to our machine does not get through', async () => {
  asked = [];
  await expect(guardedFetch(`http://hook.example:${port}/`, { resolver: loopback })).rejects.toMatchObject({ code: 'address_not_allowed' });
  expect(asked).toEqual([]);
});

test('a name that answers well once and then with our machine does not get through', async () => {
  asked = [];
  let looks = 0;
  const rebinding = async () => (looks++ === 0 ? [{ address: '8.8.8.8', family: 4 }] : loopback());
  await expect(guardedFetch(`http://hook.example:${port}/`, { resolver: rebinding })).rejects.toMatchObject({ code: 'address_not_allowed' });
  expect([asked, looks]).toEqual([[], 2]);
});

test('a name with one good and one bad address is only ever reached by the good one', async () => {
  const mixed = async () => [{ address: '10.0.0.1', family: 4 }, { address: '8.8.8.8', family: 4 }];
  expect(await resolveGuarded('hook.example', { resolver: mixed })).toEqual([{ address: '8.8.8.8', family: 4 }]);
});

test('a socket that uses the look-up is stopped before it connects', async () => {
  const error = await new Promise((resolve) => connect({ host: 'mail.example', port, lookup: guardedLookup({ resolver: loopback }) }).on('error', resolve));
  expect(error).toMatchObject({ code: 'address_not_allowed' });
});

test.each(['file:///etc/passwd', 'ftp://example.org/', 'gopher://127.0.0.1/', 'http://user:password@example.org/', 'nonsense'])('%s is no address for us', async (address) => {
  await expect(guardedFetch(address)).rejects.toMatchObject({ code: 'address_not_allowed' });
});

test('where an admin allows the own network it works, within size, time and redirects', async () => {
  const base = `http://127.0.0.1:${port}`;
  const allowPrivate = true;
  const answer = await guardedFetch(`${base}/`, { allowPrivate });
  expect([answer.status, answer.body.toString()]).toEqual([200, 'hello']);
  await expect(guardedFetch(`${base}/large`, { allowPrivate, mostBytes: 50_000 })).rejects.toMatchObject({ code: 'too_large' });
  expect(await guardedFetch(`${base}/large`, { allowPrivate, mostBytes: 50_000, cut: true })).toMatchObject({ status: 200, body: { length: 50_000 } });
  await expect(guardedFetch(`${base}/slow`, { allowPrivate, timeout: 200 })).rejects.toMatchObject({ code: 'too_slow' });
  await expect(guardedFetch(`${base}/loop`, { allowPrivate })).rejects.toMatchObject({ code: 'too_many_redirects' });
  await expect(guardedFetch(`${base}/to/${encodeURIComponent('file:///etc/passwd')}`, { allowPrivate })).rejects.toMatchObject({ code: 'address_not_allowed' });
});

test('a redirect to another origin does not carry the caller’s headers', async () => {
  asked = [];
  const target = `http://localhost:${port}/landed`;
  await guardedFetch(`http://127.0.0.1:${port}/to/${encodeURIComponent(target)}`, { allowPrivate: true, headers: { 'x-secret': 's' } });
  expect(asked.at(0)).toContain(' s');
  expect(asked.at(-1)).toBe('GET /landed');
});
