import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalFileStore, type FileStore } from './file-store.ts';

let root: string;
let store: FileStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ombud-files-'));
  store = createLocalFileStore(root);
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

test('bytes come back by their SHA-256, whole or in part', async () => {
  const bytes = randomBytes(200_000);
  const stored = await store.put(Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]));
  expect(stored).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
  expect(await buffer(await store.read(stored.sha256))).toEqual(bytes);
  expect(await buffer(await store.read(stored.sha256, { start: 10, end: 19 }))).toEqual(bytes.subarray(10, 20));
});

test('the same bytes at the same time are one file, and nothing is left over', async () => {
  const [one, two] = await Promise.all([store.put(Buffer.from('same')), store.put(Buffer.from('same'))]);
  expect(one).toEqual(two);
  expect(await readdir(join(root, 'incoming'))).toEqual([]);
});

test('what is too large leaves nothing', async () => {
  await expect(store.put(Readable.from([randomBytes(60), randomBytes(60)]), 100)).rejects.toMatchObject({ code: 'too_large' });
  expect(await readdir(join(root, 'incoming'))).toEqual([]);
});

test('what is not there, or no address, is refused', async () => {
  await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(store.read('../../etc/passwd')).rejects.toThrow('not a content address');
  expect(await store.has('0'.repeat(64))).toBe(false);
});

test('what a killed process left half-written goes after its time; what is being written stays', async () => {
  await store.put(Buffer.from('x'));
  await writeFile(join(root, 'incoming', 'old'), 'half');
  await writeFile(join(root, 'incoming', 'new'), 'half');
  await utimes(join(root, 'incoming', 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
  expect(await store.removeUnfinished(new Date('2026-01-02'))).toBe(1);
  expect(await readdir(join(root, 'incoming'))).toEqual(['new']);
});
