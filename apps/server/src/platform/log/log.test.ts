import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** What a process of its own writes when it does this to its log. */
async function written(statement: string): Promise<string[]> {
  const program = `import { createLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)}; const log = createLog('info'); ${statement}`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout).toBe('');
  return stderr.split('\n').filter(Boolean);
}

test('words of strangers stay one line of JSON, with the time it was', async () => {
  const lines = await written(String.raw`log.warn({ err: new Error('bad\r\n{"level":30,"msg":"all is well"}\u001b[2K'), who: 'a\nb' }, 'mail\nnot taken');`);
  expect(lines).toHaveLength(1);
  const entry = JSON.parse(lines[0] ?? '') as { time: number; level: number; err: { message: string } };
  expect(entry).toMatchObject({ level: 40, who: 'a\nb', msg: 'mail\nnot taken' });
  expect(Math.abs(entry.time - Date.now())).toBeLessThan(60_000);
  expect(lines[0]).not.toContain('\u001b');
});

test('passwords are cut out of addresses and of what is logged by name', async () => {
  const lines = await written(`
    log.error({ err: new Error('connect postgres://ombud:canary-1@db.example/desk failed') }, 'x');
    log.error({ password: 'canary-2', request: { cookie: 'canary-3', authorization: 'canary-4' } }, 'x');`);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('canary');
  expect(lines[0]).toContain('postgres://ombud:[cut]@db.example/desk');
});
