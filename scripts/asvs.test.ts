import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** docs/asvs.md says how Ombud stands to the standard; this holds it to its own form, so that it cannot rot unseen. */

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/asvs.md', root), 'utf8');
const verdicts = ['held', 'partly', 'not yet', 'does not apply'];

/** ASVS 5.0.0: the level of each requirement of a section, in order. */
const standard: Record<string, string> = {
  'V1.1': '22', 'V1.2': '1111122223', 'V1.3': '112222222223', 'V1.4': '222', 'V1.5': '123',
  'V2.1': '122', 'V2.2': '112', 'V2.3': '12223', 'V2.4': '23',
  'V3.1': '3', 'V3.2': '113', 'V3.3': '12223', 'V3.4': '11222233', 'V3.5': '11122333', 'V3.6': '3', 'V3.7': '22333',
  'V4.1': '12233', 'V4.2': '23333', 'V4.3': '22', 'V4.4': '1222',
  'V5.1': '2', 'V5.2': '112333', 'V5.3': '113', 'V5.4': '222',
  'V6.1': '122', 'V6.2': '111111112222', 'V6.3': '11223333', 'V6.4': '112233', 'V6.5': '22222333', 'V6.6': '2223', 'V6.7': '33', 'V6.8': '2222',
  'V7.1': '222', 'V7.2': '1111', 'V7.3': '22', 'V7.4': '11222', 'V7.5': '223', 'V7.6': '22',
  'V8.1': '1233', 'V8.2': '1123', 'V8.3': '133', 'V8.4': '23',
  'V9.1': '111', 'V9.2': '1222',
  'V10.1': '22', 'V10.2': '223', 'V10.3': '22223', 'V10.4': '1111122222233333', 'V10.5': '22222', 'V10.6': '22', 'V10.7': '222',
  'V11.1': '2233', 'V11.2': '22233', 'V11.3': '11233', 'V11.4': '1222', 'V11.5': '23', 'V11.6': '23', 'V11.7': '33',
  'V12.1': '12233', 'V12.2': '11', 'V12.3': '22223',
  'V13.1': '2333', 'V13.2': '222223', 'V13.3': '2233', 'V13.4': '1222233',
  'V14.1': '22', 'V14.2': '12223333', 'V14.3': '122',
  'V15.1': '12233', 'V15.2': '12233', 'V15.3': '1222222', 'V15.4': '3333',
  'V16.1': '2', 'V16.2': '22222', 'V16.3': '2222', 'V16.4': '222', 'V16.5': '2223',
  'V17.1': '23', 'V17.2': '22223333', 'V17.3': '22',
};
const all = Object.entries(standard).flatMap(([section, levels]) => [...levels].map((level, at) => ({ id: `${section}.${at + 1}`, level })));
const wanted = all.filter(({ level }) => level !== '3');

type Row = { id: string; level: string; subject: string; verdict: string; where: string };

function readRows(text: string): Row[] {
  return text.split('\n').filter((line) => /^\| V\d/.test(line)).map((line) => {
    const [id = '', level = '', subject = '', verdict = '', where = '', ...more] = line.slice(1, -1).split('|').map((cell) => cell.trim());
    if (more.length > 0) throw new Error(`too many columns: ${line}`);
    return { id, level, subject, verdict, where };
  });
}

/** The requirements of a row: one, or a range from the first to the last of levels 1 and 2. */
function covered({ id }: Row): typeof wanted {
  const [first, last = first] = id.split('–');
  const [from, to] = [first, last].map((end) => wanted.findIndex((requirement) => requirement.id === end));
  if (from === undefined || to === undefined || from < 0 || to < from) throw new Error(`${id} is no requirement of levels 1 and 2`);
  return wanted.slice(from, to + 1);
}

/** The files that are linked, from the root of the repository. */
const filesIn = (text: string): string[] => [...text.matchAll(/\]\(\.\.\/([^)\s]+)\)/g)].map(([, path]) => path ?? '');

const rows = readRows(page);

test('the list of requirements is that of the standard', () => {
  expect(['1', '2', '3'].map((each) => all.filter(({ level }) => level === each).length)).toEqual([70, 183, 92]);
});

test('every requirement of levels 1 and 2 stands on the page once, in order, with its level', () => {
  expect(rows.flatMap((row) => covered(row).map(({ id }) => id))).toEqual(wanted.map(({ id }) => id));
  for (const row of rows) expect([row.id, row.level]).toEqual([row.id, [...new Set(covered(row).map(({ level }) => level))].toSorted().join('–')]);
});

test('every row has a subject, a verdict, and a place or a reason', () => {
  for (const { id, subject, verdict, where } of rows) {
    expect([id, subject.length > 3, verdicts.includes(verdict), where.length > 5]).toEqual([id, true, true, true]);
  }
});

test('the counts are those of the rows', () => {
  for (const verdict of verdicts) {
    const count = rows.filter((row) => row.verdict === verdict).flatMap(covered).length;
    expect(page).toContain(`\n| ${verdict} | ${count} |\n`);
  }
});

test('every file that is named is there, is linked, and so is every section', () => {
  const files = filesIn(page);
  expect(files.length).toBeGreaterThan(100);
  for (const line of page.split('\n')) expect(line).not.toMatch(/`[^`*]+\.(?:tsx?|mjs)`/);
  expect([...new Set(files)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => (heading ?? '').toLowerCase().replaceAll(' ', '-'));
  expect([...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor).filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
});

test('what is quoted stands in a file of its row', () => {
  for (const { id, where } of rows) {
    const texts = filesIn(where).map((path) => readFileSync(new URL(path, root), 'utf8'));
    for (const [, quoted = ''] of where.matchAll(/“([^”]+)”/g)) {
      const words = quoted.replace(/ …$/, '');
      expect([id, words, texts.some((text) => text.includes(words))]).toEqual([id, words, true]);
    }
  }
});

test('a requirement that the standard does not have, and a row without its columns, are noticed', () => {
  const row = (line: string) => readRows(line)[0] as Row; // the line is one
  expect(() => covered(row('| V1.9.9 | 1 | something | held | a reason |'))).toThrow('V1.9.9');
  expect(() => covered(row('| V1.2.10 | 3 | formulas | held | a reason |'))).toThrow('V1.2.10');
  expect(row('| V1.1.1 | 2 | decoding | |')).toMatchObject({ verdict: '', where: '' });
  expect(filesIn('[nothing.ts](../apps/server/src/nothing.ts), [SECURITY.md](../SECURITY.md), [Limits](#limits)')).toEqual(['apps/server/src/nothing.ts', 'SECURITY.md']);
});
