// What failed in a file of Vitest's results, a line each: a long run's output is often cut to its last lines.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const longest = 300;

/** A line for each failed test of a file, or one for a file that broke before its tests; `root` is what paths are told from. */
export function describeFailures(file, root) {
  if (file.status !== 'failed') return [];
  const name = relative(root, file.name);
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return [`${name}: ${describe(file.message, file.name)}`];
  return tests.map((test) => `${name} > ${test.fullName}: ${describe(test.failureMessages?.[0], file.name)}`);
}

/** What was wrong, what was waited for, and the line of the test. */
function describe(message = '', path) {
  const [first, ...others] = stripVTControlCharacters(message).split('\n').map((line) => line.trim());
  const awaited = others.find((line) => line.startsWith('- waiting for '))?.slice(2);
  const line = others.map((each) => lineOf(each, path)).find(Boolean);
  return [first, awaited].filter(Boolean).map((part) => part.slice(0, longest)).join(' ') + (line ? ` (line ${line})` : '');
}

function lineOf(frame, path) {
  const [, place, line] = /^at (?:async )?(?:.*\()?(\/.*|file:.*):(\d+):\d+\)?$/.exec(frame) ?? [];
  if (!place) return undefined;
  return (place.startsWith('file:') ? fileURLToPath(place) : place) === path ? line : undefined;
}
