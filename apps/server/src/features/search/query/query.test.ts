import { describe, expect, test } from 'vitest';
import { compileQuery, joinAll } from './compile-query.ts';
import { monthFacets, readDate } from './dates.ts';
import { readFilters, type Names } from './filters.ts';
import { parseQuery } from './parse-query.ts';

const now = new Date('2026-11-26T12:00:00Z');
const names: Names = {
  me: 7,
  agents: [{ id: 7, names: ['Astrid Lind', 'astrid@desk.example'] }, { id: 8, names: ['Björn Åkesson', 'bjorn@desk.example'] }, { id: 9, names: ['Astrid Berg', 'berg@desk.example'] }],
  teams: [{ id: 3, names: ['Field service'] }],
  brands: [{ id: 1, names: ['Nordic Fiber', 'nordic-fiber'] }, { id: 2, names: ['Lampa & Co', 'lampa'] }],
  topics: [{ id: 1, parent: null, names: ['money', 'Betalning'] }, { id: 2, parent: 1, names: ['invoice', 'Faktura'] }, { id: 3, parent: 2, names: ['reminder', 'Påminnelse'] }, { id: 4, parent: null, names: ['other', 'Annat'] }],
};

const filters = (typed: string) => readFilters(parseQuery(typed).filters, names, now);

describe('what is typed', () => {
  test.each([
    ['wrong invoice', { terms: [['word', 'wrong'], ['word', 'invoice']], filters: [] }],
    ['"exact words" -refund', { terms: [['phrase', 'exact words'], ['word', '-refund']], filters: [] }],
    ['from:anna status:open,new lamp', { terms: [['word', 'lamp']], filters: ['from=anna', 'status=open,new'] }],
    ['from:"Anna Berg" -tag:vip', { terms: [], filters: ['from=Anna Berg', '-tag=vip'] }],
    ['FROM:Anna', { terms: [], filters: ['from=Anna'] }],
    ['colour:red http://a.example', { terms: [['word', 'colour:red'], ['word', 'http://a.example']], filters: [] }],
    ['status:', { terms: [['word', 'status:']], filters: [] }],
    ['“curly quotes”', { terms: [['phrase', 'curly quotes']], filters: [] }],
    ['"not closed', { terms: [['phrase', 'not closed']], filters: [] }],
    ['+46 70 174 06 12', { terms: [['number', '+46 70 174 06 12']], filters: [] }],
    ['after:2026-11-05 2026-11-05', { terms: [['word', '2026-11-05']], filters: ['after=2026-11-05'] }],
    ['- " : ! & | ( )', { terms: [], filters: [] }],
    ['', { terms: [], filters: [] }],
  ])('%s', (typed, expected) => {
    const { terms, filters: found } = parseQuery(typed);
    expect({
      terms: terms.map(({ kind, text, excluded }) => [kind, excluded ? `-${text}` : text]),
      filters: found.map(({ name, value, excluded }) => `${excluded ? '-' : ''}${name}=${value}`),
    }).toEqual(expected);
  });

  test('whatever it is, it is read at once and into few parts', () => {
    for (const nasty of ['a:'.repeat(250), '"'.repeat(500), '-'.repeat(500), '1 '.repeat(250), '(' .repeat(500), 'a b '.repeat(200), '\0\0\0', '😀'.repeat(250), `from:${'x'.repeat(480)}`, "'; drop table tickets; --", 'x'.repeat(100_000), '1-'.repeat(5_000)]) {
      const began = performance.now();
      const parsed = parseQuery(nasty);
      compileQuery(parsed);
      expect(parsed.terms.length + parsed.filters.length).toBeLessThanOrEqual(20);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

describe('words', () => {
  const compiled = (typed: string, open = false) => joinAll(compileQuery({ ...parseQuery(typed), open }).conditions);

  test('are looked for as they stand and by their stems in each language', () => {
    expect(compiled('Fakturor')).toBe("('fakturor'|'faktur')");
    expect(compiled('Łódź')).toContain("'lodz'");
  });

  test('in quotes are looked for as they stand, beside each other', () => {
    expect(compiled('"wrong invoices"')).toBe("(('wrong')<1>('invoices'))");
    expect(compiled('"out of paper"')).toBe("(('paper'))".replace("('paper')", "('out')<2>('paper')"));
  });

  test('that stand everywhere are passed over, unless there are no others', () => {
    expect(compiled('the lamp')).toBe("('lamp')");
    expect(compiled('to be')).toBe("('to')&('be')");
  });

  test('with signs in them are their parts beside each other', () => {
    expect(compiled('INV-2024-001')).toMatch(/^\(\('inv'.*\)<1>\('2024'\)<1>\('001'\)\)$/);
  });

  test('the last of which is still being typed may be a beginning', () => {
    expect(compiled('big lam', true)).toBe("('big')&('lam':*)");
    expect(compiled('la', true)).toBe("('la')");
  });

  test('with a minus leave out what has them', () => {
    expect(compiled('lamp -broken')).toMatch(/^\('lamp'\)&!\(\('broken'/);
  });

  test('a telephone number is its digits, however grouped', () => {
    expect(compiled('070-174 06 12')).toContain("'#01740612'");
    expect(compiled('+46701740612')).toContain("'#01740612'");
  });

  test('a quote or backslash never leaves its lexeme', () => {
    for (const nasty of ["o'brien", "a\\'b", "'", "x':*", '\\']) expect(compiled(nasty).replaceAll(/'(?:[^'\\]|''|\\\\)*'/g, '')).toMatch(/^[()|&!<>\d:*]*$/);
  });
});

describe('filters', () => {
  test.each([
    ['status:open', "('status:open')"],
    ['status:open status:"on hold"', "('status:open'|'status:on_hold')"],
    ['-status:closed', "!('status:closed')"],
    ['tag:VIP tag:late', "('tag:late')"],
    ['assignee:me', "('assignee:7')"],
    ['assignee:none', "('assignee:none')"],
    ['assignee:astrid', "('assignee:7'|'assignee:9')"],
    ['assignee:"Astrid Lind"', "('assignee:7')"],
    ['assignee:akesson', "('assignee:8')"],
    ['team:field', "('team:3')"],
    ['brand:lampa', "('brand:2')"],
    ['has:file', "('has:attachment')"],
    ['from:anna@mail.example', "'from:anna@mail.example'"],
    ["from:o'brien", "('from:o':*|'from:brien':*)".replace("'from:o':*|", '')],
    ['in:trash', "('folder:trash')"],
  ])('%s', (typed, expected) => {
    const read = filters(typed);
    expect(read.unknown).toEqual([]);
    expect(read.conditions.join('&')).toContain(expected.replaceAll(/^\(|\)$/g, ''));
  });

  test('what nobody is called is said, not passed over', () => {
    expect(filters('status:fast assignee:nobody before:soon').unknown.map(({ name }) => name)).toEqual(['status', 'assignee', 'before']);
  });

  test('a topic is meant with all that hangs on it, by its name in any language; a field of that name goes first', () => {
    expect(filters('topic:betal').conditions).toContain("('topic:1'|'topic:2'|'topic:3')");
    expect(filters('topic:pamin topic:other').conditions).toContain("('topic:3'|'topic:4')");
    expect(filters('-topic:faktura').conditions).toContain("!('topic:2'|'topic:3')");
    expect(filters('topic:nothing').unknown).toEqual([{ name: 'topic', value: 'nothing', excluded: false }]);
    expect(parseQuery('topic:order', ['topic'])).toMatchObject({ filters: [], fields: [{ key: 'topic', value: 'order' }] });
  });

  test('only the inbox, unless another folder is named', () => {
    expect(filters('status:open').conditions).toContain("('folder:inbox')");
    expect(filters('in:spam').conditions).not.toContain("('folder:inbox')");
  });

  test('dates narrow by months and then exactly', () => {
    const read = filters('after:2026-10-15 before:2026-12-02');
    expect([read.after, read.before]).toEqual([new Date('2026-10-15'), new Date('2026-12-02')]);
    expect(read.conditions.join()).toContain("('month:2026-10'|'month:2026-11'|'month:2026-12')");
    expect(filters('after:2027-06 before:2026').conditions.join()).toContain('month:none');
  });

  test.each([['today', '2026-11-26'], ['yesterday', '2026-11-25'], ['7d', '2026-11-19'], ['2w', '2026-11-12'], ['3m', '2026-08-26'], ['1y', '2025-11-26'], ['2025', '2025-01-01'], ['2025-03', '2025-03-01'], ['2025-03-09', '2025-03-09']])('%s begins on %s', (text, date) => {
    expect(readDate(text, now)).toEqual(new Date(date));
  });

  test.each(['2026-02-30', '2026-13', '0000', 'soon', '99999', '9999y9'])('%s is no date', (text) => {
    expect(readDate(text, now)).toBeNull();
  });

  test('whole years are one facet, so that a long time is few', () => {
    expect(monthFacets(null, new Date('2026-03-01'), now)).toEqual([...Array.from({ length: 56 }, (_, index) => `year:${1970 + index}`), 'month:2026-01', 'month:2026-02']);
    expect(monthFacets(new Date('2024-11-20'), null, now)).toEqual(['month:2024-11', 'month:2024-12', 'year:2025', 'year:2026', 'year:2027']);
  });
});
