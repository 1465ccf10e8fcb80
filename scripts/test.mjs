// npm test: lint, types and every quick test. npm test -- --long: the long ones instead.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { describeFailures } from './failures.mjs';
import { buildWeb, ensureInstalled, node24, root } from './prepare.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: the output of a long run is often cut to its last lines. */
const failures = [];
const bin = (name) => join(root, 'node_modules', ...name.split('/'));
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };

await ensureInstalled();
const args = process.argv.slice(2);
if (args.includes('--long')) await runLongTests(args.filter((arg) => arg !== '--long'));
else await runQuickTests(args);
for (const failure of failures) console.log(`Failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runQuickTests(rest) {
  // Two at a time for two cores: the compiler is the longest and gets one of them to itself.
  await Promise.all([
    inTurn([() => check('types of the server', [bin('typescript/bin/tsc'), '-p', 'apps/server', '--noEmit'])]),
    inTurn([
      checkWebBuild,
      () => check('lint', [bin('oxlint/bin/oxlint')]),
      () => check('types of the web app', [bin('typescript/bin/tsc'), '-p', 'apps/web', '--noEmit']),
    ]),
  ]);
  await runVitest(['--project', 'unit', '--project', 'web', '--project', 'browser', ...rest], env);
}

async function runLongTests(rest) {
  await checkWebBuild();
  const { OMBUD_TEST_DATABASE_URL: system, ...embedded } = env;
  await runVitest(['--project', 'long', ...rest], embedded);
  if (!system) {
    total.skipped += 1;
    console.log('Skipped: the database tests on a system PostgreSQL (OMBUD_TEST_DATABASE_URL is not set).');
    return;
  }
  console.log('The database tests again, on the PostgreSQL of OMBUD_TEST_DATABASE_URL:');
  await runVitest(['--project', 'unit', ...findDatabaseTests()], env);
}

/** Tests that take a database from tests/support. */
function findDatabaseTests() {
  return ['apps', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => join(root, folder, file))
      .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.long.test.ts') && !file.includes('node_modules'))
      .filter((file) => /support\/(?!chromium)|TestDatabase/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file)),
  );
}

async function checkWebBuild() {
  const failure = await buildWeb();
  total[failure ? 'failed' : 'passed'] += 1;
  if (failure) failures.push('web build');
  console.log(failure ? `✗ web build\n${failure}` : '✓ web build');
}

/** One check counts as one test; its output is shown only when it fails. */
async function check(name, command) {
  const { status, output } = await run(command, env, 'pipe');
  total[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) failures.push(name);
  console.log(status === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}`);
}

async function runVitest(options, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-results-'));
  const results = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const { status } = await run(
      [bin('vitest/vitest.mjs'), 'run', '--passWithNoTests', ...reporters, ...options],
      environment,
      'inherit',
    );
    const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
    const failed = (found?.testResults ?? []).flatMap((file) => describeFailures(file, root));
    // An error outside any test (a worker that dies, a set-up that fails) shows only in the exit code.
    if (status !== 0 && failed.length === 0) failed.push(`something outside the tests (exit code ${status})`);
    total.passed += found?.numPassedTests ?? 0;
    total.skipped += (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0);
    total.failed += failed.length;
    failures.push(...failed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, environment, output) {
  return new Promise((resolve) => {
    const child = spawn(node24, command, { cwd: root, env: environment, stdio: ['ignore', output, output] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (text += part));
    child.once('error', (error) => resolve({ status: 1, output: error.message }));
    child.once('close', (status) => resolve({ status, output: text }));
  });
}

async function inTurn(steps) {
  for (const step of steps) await step();
}
