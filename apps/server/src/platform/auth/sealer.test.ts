import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSecret } from './installation-secret.ts';
import { createSealer } from './sealer.ts';

const sealer = createSealer('a secret of this installation');
const other = createSealer('a secret of another installation');

test('what was sealed is opened by the same secret only, and not when a bit of it has changed', () => {
  const sealed = sealer.seal('smtps://desk:pass@mail.example');
  expect(sealer.open(sealed)).toBe('smtps://desk:pass@mail.example');
  expect(() => other.open(sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => sealer.open(changed.toString('base64url')), `byte ${at}`).toThrow();
  }
  for (const length of [0, 11, 12, 28]) expect(() => sealer.open(bytes.subarray(0, length).toString('base64url')), `${length} bytes`).toThrow();
});

test('what is cut within its tag is refused for its length, not compared with what is left of it', () => {
  const sealed = Buffer.from(sealer.seal(''), 'base64url');
  for (const length of [13, 16, 20, 27]) expect(() => sealer.open(sealed.subarray(0, length).toString('base64url')), `${length} bytes`).toThrow(/authentication tag length/i);
  expect(sealer.open(sealed.toString('base64url'))).toBe('');
});

test('the same text is sealed otherwise each time', () => {
  expect(sealer.seal('x')).not.toBe(sealer.seal('x'));
});

test('a signature is good for its text, its purpose and its installation', () => {
  const signature = sealer.sign('file', '7/3/1800000000');
  expect(Buffer.from(signature, 'base64url')).toHaveLength(16);
  expect(sealer.verify('file', '7/3/1800000000', signature)).toBe(true);
  expect(sealer.verify('file', '8/3/1800000000', signature)).toBe(false);
  expect(sealer.verify('reply', '7/3/1800000000', signature)).toBe(false);
  expect(other.verify('file', '7/3/1800000000', signature)).toBe(false);
  for (const wrong of ['', signature.slice(0, -1), `${signature}A`, 'ä'.repeat(22)]) expect(sealer.verify('file', '7/3/1800000000', wrong)).toBe(false);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-secret-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the installation’s secret is made of chance, once, and is its owner’s alone to read', async () => {
  const secret = await keepSecret(folder);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(await keepSecret(folder)).toBe(secret);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  await writeFile(join(folder, 'secret'), 'cut short');
  expect(await keepSecret(folder)).not.toContain('cut short');
});
