import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each rule with a violation planted and, beside it, what is right; all linted in one run with the project's own configuration. */
const rules: { rule: string; wrong: Record<string, string>; right: Record<string, string> }[] = [
  {
    rule: 'ombud(platform-knows-no-feature)',
    wrong: { 'platform/http/a.ts': "import { x } from '../../features/tickets/index.ts';\nexport const a = x;" },
    right: { 'features/calls/a.ts': "import { x } from '../../platform/http/x.ts';\nexport const a = x;" },
  },
  {
    rule: 'ombud(features-meet-at-the-door)',
    wrong: { 'features/calls/b.ts': "import { x } from '../tickets/tickets.queries.ts';\nexport const b = x;" },
    right: { 'features/calls/c.ts': "import { x } from '../tickets/index.ts';\nimport { y } from './calls.queries.ts';\nexport const c = [x, y];" },
  },
  {
    rule: 'ombud(only-queries-see-kysely)',
    wrong: { 'features/calls/d.commands.ts': "import { sql } from 'kysely';\nexport const d = sql;" },
    right: { 'features/calls/d.queries.ts': "import { sql } from 'kysely';\nexport const d = sql;" },
  },
  {
    rule: 'ombud(only-queries-see-kysely)',
    wrong: { 'features/calls/e.commands.ts': "export const e = (tx) => tx.selectFrom('tickets').execute();" },
    right: { 'features/calls/e.queries.ts': "export const e = (tx) => tx.selectFrom('tickets').execute();" },
  },
  {
    rule: 'ombud(only-config-reads-the-environment)',
    wrong: { 'features/calls/f.ts': 'export const f = process.env.PORT;' },
    right: { 'config.ts': 'export const f = process.env.PORT;' },
  },
  {
    rule: 'ombud(only-outbound-makes-requests)',
    wrong: { 'features/calls/g.ts': "export const g = () => fetch('http://localhost');", 'features/calls/g2.ts': "import { request } from 'node:https';\nexport const g = request;" },
    right: { 'platform/outbound/g.ts': "export const g = () => fetch('http://localhost');" },
  },
  {
    rule: 'ombud(only-the-clock-tells-the-time)',
    wrong: { 'features/calls/h.ts': 'export const h = Date.now();', 'features/calls/h2.ts': 'export const h = new Date();', 'features/calls/h3.ts': 'export const h = performance.now();' },
    right: { 'platform/clock/h.ts': 'export const h = new Date();', 'features/calls/h4.ts': "export const h = new Date('2026-01-01');" },
  },
  {
    rule: 'ombud(writers-take-the-transaction)',
    wrong: { 'features/calls/i.queries.ts': "export async function i(db) { await db.insertInto('calls').values({}).execute(); }", 'features/calls/i2.queries.ts': 'export async function i(db) { await sql`delete from calls where id = 1`.execute(db); }' },
    right: { 'features/calls/i3.queries.ts': "export async function i(tx) { await tx.insertInto('calls').values({}).execute(); }\nexport async function j(alone) { await sql`update calls set seen = true`.execute(alone); }" },
  },
  {
    rule: 'ombud(nothing-slow-in-a-transaction)',
    wrong: { 'features/calls/k.ts': 'export const k = (context) => context.db.transaction().execute(async (tx) => { await context.files.put(tx); });', 'features/calls/k2.ts': "export const k = (context) => context.db.transaction().execute(async () => { context.wake.say('events'); });" },
    right: { 'features/calls/k3.ts': "export async function k(context) { await context.files.put(1); await context.db.transaction().execute(async (tx) => tx); context.wake.say('events'); }" },
  },
  {
    rule: 'import(no-cycle)',
    wrong: { 'features/calls/l.ts': "import { m } from './m.ts';\nexport const l = () => m;", 'features/calls/m.ts': "import { l } from './l.ts';\nexport const m = () => l;" },
    right: { 'features/calls/n.ts': "import { l } from './o.ts';\nexport const n = l;", 'features/calls/o.ts': 'export const l = 1;' },
  },
  {
    rule: 'eslint(max-lines)',
    wrong: { 'features/calls/p.ts': 'export const line = 1;\n'.replace('line', 'first') + '// a line\n'.repeat(401) },
    right: { 'features/calls/q.ts': 'export const first = 1;\n' + '// a line\n'.repeat(390) },
  },
  {
    rule: 'import(no-default-export)',
    wrong: { 'features/calls/r.ts': 'export default 1;' },
    right: { 'features/calls/s.ts': 'export const s = 1;' },
  },
  {
    rule: 'typescript(no-explicit-any)',
    wrong: { 'features/calls/t.ts': 'export const t = (x: any) => x;' },
    right: { 'features/calls/u.ts': 'export const u = (x: unknown) => x;' },
  },
];

type Finding = { code: string; filename: string };
let folder: string;
let findings: Finding[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-lint-'));
  for (const { wrong, right } of rules) for (const [name, text] of Object.entries({ ...wrong, ...right })) await plant(name, text);
  findings = await lint();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(rules.flatMap(({ rule, wrong }) => Object.keys(wrong).map((name) => [rule, name])))('%s is found in %s', (rule, name) => {
  expect(of(name).map(({ code }) => code)).toContain(rule);
});

test.each(rules.flatMap(({ rule, right }) => Object.keys(right).map((name) => [rule, name])))('%s has nothing to say about %s', (rule, name) => {
  expect(of(name).map(({ code }) => code)).not.toContain(rule);
});

function of(name: string): Finding[] {
  return findings.filter(({ filename }) => filename.endsWith(`apps/server/src/${name}`));
}

async function plant(name: string, text: string): Promise<void> {
  const path = join(folder, 'apps/server/src', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function lint(): Promise<Finding[]> {
  const repository = fileURLToPath(new URL('../../', import.meta.url));
  const output = await new Promise<string>((resolve) => {
    // It exits with 1 because it finds what was planted.
    execFile(process.execPath, [join(repository, 'node_modules/oxlint/bin/oxlint'), '-c', join(repository, '.oxlintrc.json'), '-f', 'json', folder], { cwd: folder, maxBuffer: 20_000_000 }, (_error, stdout) => resolve(stdout));
  });
  return (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics;
}
