import { expect, test } from 'vitest';
import { parseManifest, secretCheck, writeManifest, type Manifest } from './manifest.ts';

const sha256 = 'a'.repeat(64);
const manifest: Manifest = {
  format: 'ombud-backup',
  version: 1,
  made_at: '2026-11-26T02:30:00.000Z',
  reason: 'schedule',
  ombud: '0.1.0',
  postgres: 180_004,
  migrations: [{ name: '0001-identity.sql', checksum: sha256 }],
  tables: [{ schema: 'public', table: 'tickets', columns: ['workspace_id', 'id'], rows: 3, sha256, size: 10 }],
  sequences: [{ schema: 'public', sequence: 'tickets_id_seq', last_value: 3, is_called: true }],
  files: { count: 0, bytes: 0, list: { sha256, size: 0 }, missing: null },
  secret: { check: secretCheck('a secret of the desk'), part: null },
};

test('is read as it was written', () => {
  expect(parseManifest(writeManifest(manifest), '/x')).toEqual(manifest);
});

test.each([
  ['a changed number', (text: string) => text.replace('"last_value": 3', '"last_value": 4')],
  ['a part that was left out', (text: string) => text.replace('"tickets_id_seq"', '"agents_id_seq"')],
  ['an end that is missing', (text: string) => text.slice(0, -20)],
  ['a field that we do not know', (text: string) => text.replace('"reason"', '"more": 1, "reason"')],
  ['a table’s name that leads elsewhere', (text: string) => text.replace('"table": "tickets"', '"table": "../secret"')],
])('with %s it is refused as damaged', (_what, change) => {
  expect(() => parseManifest(change(writeManifest(manifest)), '/x')).toThrow(/damaged: manifest.json/);
});

test('of a newer format it says so, and of something else too', () => {
  expect(() => parseManifest(writeManifest({ ...manifest, version: 2 }), '/x')).toThrow('made by a newer Ombud');
  expect(() => parseManifest('{"name": "ombud"}', '/x')).toThrow('/x is not a backup of Ombud');
});

test('a secret is recognised without being told', () => {
  expect(secretCheck('a secret of the desk')).toBe(manifest.secret.check);
  expect(secretCheck('another secret of it')).not.toBe(manifest.secret.check);
});
