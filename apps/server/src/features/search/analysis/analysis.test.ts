import { describe, expect, test } from 'vitest';
import { createRandom } from '../../demo/plan/random.ts';
import { fold } from './fold.ts';
import { stem, type StemLanguage } from './stem.ts';
import { longNumbers, tokens, visitTokens } from './tokens.ts';
import { createVector, quote } from './vector.ts';

const stemOf = (language: StemLanguage, word: string) => stem(language, word.toLowerCase(), fold(word));

describe('forms of one word have one stem', () => {
  test.each<[StemLanguage, string[]]>([
    ['en', ['invoice', 'invoices', 'invoiced', 'invoicing']],
    ['en', ['delivery', 'deliveries']],
    ['en', ['refund', 'refunds', 'refunded', 'refunding']],
    ['en', ['print', 'printing', 'printed', 'prints']],
    ['sv', ['faktura', 'fakturor', 'fakturorna', 'fakturan']],
    ['sv', ['leverans', 'leveransen', 'leveranser', 'leveranserna']],
    ['sv', ['betalning', 'betalningar', 'betalningen', 'betalningarna']],
    ['sv', ['lampa', 'lampan', 'lampor', 'lamporna']],
    ['es', ['factura', 'facturas', 'facturación', 'facturacion']],
    ['es', ['impresora', 'impresoras']],
    ['es', ['devolución', 'devoluciones', 'devolucion']],
    ['es', ['pago', 'pagos', 'pagado', 'pagar']],
    ['da', ['regning', 'regningen', 'regninger', 'regningerne']],
    ['da', ['betaling', 'betalinger', 'betalingen']],
    ['da', ['skærm', 'skærmen', 'skærme', 'skærmene']],
    ['da', ['levering', 'leveringen', 'leveringer']],
    ['pl', ['faktura', 'fakturę', 'faktury', 'faktur', 'fakturami', 'fakturach', 'fakturze']],
    ['pl', ['lampa', 'lampy', 'lampę', 'lampą', 'lampami']],
    ['pl', ['zamówienie', 'zamówienia', 'zamówieniu', 'zamówieniem', 'zamówieniach']],
    ['pl', ['drukarka', 'drukarki', 'drukarkę', 'drukarką', 'drukarkami']],
    ['pl', ['zwrot', 'zwrotu', 'zwroty', 'zwrotów', 'zwrotem']],
    ['pl', ['router', 'routera', 'routerem', 'routery', 'routerów']],
    ['pl', ['zamówienia', 'zamówień']],
    ['pl', ['zablokowana', 'zablokowanej', 'zablokowany', 'zablokować']],
    ['pl', ['zgubiona', 'zgubiłem', 'zgubić']],
    ['pl', ['strona', 'strony', 'stronę']],
    ['pl', ['błąd', 'błędy', 'błędu']],
    ['pl', ['umowa', 'umowy', 'umowę', 'umowach']],
  ])('%s: %j', (language, forms) => {
    expect([...new Set(forms.map((form) => stemOf(language, form)))]).toHaveLength(1);
  });

  test.each<[StemLanguage, string, string]>([
    ['en', 'invoice', 'invite'],
    ['sv', 'lampa', 'lamm'],
    ['es', 'pago', 'página'],
    ['da', 'regning', 'regn'],
    ['pl', 'faktura', 'fakty'],
    ['pl', 'zwrot', 'zwierzę'],
  ])('%s: %s and %s stay apart', (language, one, other) => {
    expect(stemOf(language, one)).not.toBe(stemOf(language, other));
  });

  test('typed without accents, a word still meets itself', () => {
    for (const [language, word, plain] of [['sv', 'skärmen', 'skarmen'], ['da', 'skærmen', 'skaermen'], ['pl', 'łącza', 'lacza'], ['es', 'instalación', 'instalacion']] as const)
      expect(stemOf(language, plain), word).toBe(stemOf(language, word));
  });
});

describe('folding', () => {
  test.each([['Łódź', 'lodz'], ['Åkesson', 'akesson'], ['Ærø', 'aero'], ['MUÑOZ', 'munoz'], ['Straße', 'strasse'], ['e\u0301te\u0301', 'ete'], ['ﬁle', 'file']])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('tokens', () => {
  test('an address is one token, a number with letters its parts, punctuation nothing', () => {
    expect([...tokens('Write to Anna.Berg+x@Mail.example, about INV-2024/001 (“now”)!')].map(({ folded }) => folded)).toEqual(['write', 'to', 'anna.berg+x@mail.example', 'about', 'inv', '2024', '001', 'now']);
  });

  test('visited one by one they are the same, whatever a text is written with', () => {
    const random = createRandom(7);
    const signs = ['a', 'Ż', 'ß', 'ª', '²', '½', '×', '÷', '_', '-', ' ', '\n', '’', '–', '€', '\u0301', '中', '𝒜', '😀', '@', '.'];
    for (let turn = 0; turn < 3_000; turn += 1) {
      // Few kinds of signs in each, so that many are written plainly.
      const few = Array.from({ length: random.between(1, 8) }, () => random.pick(signs));
      const text = Array.from({ length: random.between(0, 40) }, () => (random.chance(0.1) ? String.fromCharCode(random.between(0, 0x2100)) : random.pick(few))).join('');
      const visited: string[] = [];
      visitTokens(text, (written, start) => visited.push(`${start} ${written}`) > 0);
      expect(visited, JSON.stringify(text)).toEqual([...tokens(text)].map(({ start, end }) => `${start} ${text.slice(start, end)}`));
    }
  });

  test('a visit ends when it is told so', () => {
    for (const text of ['one two three', 'one two@three.example four', 'one 中 three']) {
      const visited: string[] = [];
      visitTokens(text, (written) => visited.push(written) < 2);
      expect(visited, text).toHaveLength(2);
    }
  });

  test('a telephone number is found however it is grouped', () => {
    const shared = (text: string) => longNumbers(text).filter((lexeme) => lexeme.length === 9);
    expect(shared('ring +46 70 174 06 12')).toEqual(shared('070-174 06 12'));
    expect(shared('tel. (070) 1740612')).toEqual(shared('070/174.06.12'));
    expect(longNumbers('room 12, floor 3')).toEqual([]);
  });

  test('the time grows with the text, whatever stands in it', () => {
    for (const nasty of ['a'.repeat(300_000), '@'.repeat(300_000), 'a.'.repeat(150_000), '1 '.repeat(150_000), `${'a'.repeat(63)}@`.repeat(4_000), 'é\u0301'.repeat(100_000)]) {
      const began = performance.now();
      createVector().text(nasty, 'C', null);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});

describe('vectors', () => {
  test('hold the word as written and its stem at one place, weighed by the field', () => {
    const vector = createVector();
    vector.text('Wrong invoices', 'A', 'en');
    vector.text('the fakturor', 'C', 'sv');
    vector.facet('status', 'on_hold');
    expect(vector.toString()).toBe("'wrong':1A 'invoices':2A 'invoic':2A 'the':13C 'fakturor':14C 'faktur':14C 'status:on_hold'");
  });

  test('nobody writes a facet or an operator into a text', () => {
    const vector = createVector();
    vector.text("brand:7 'x' & y | !z <-> \\ '':1A", 'C', null);
    expect(vector.toString()).not.toContain('brand:7');
    expect(quote("a'b\\c")).toBe("'a''b\\\\c'");
  });

  test('stay below what PostgreSQL takes', () => {
    const vector = createVector();
    for (let field = 0; field < 20; field += 1) vector.text(Array.from({ length: 20_000 }, (_, n) => `w${field}x${n}${'ü'.repeat(50)}`).join(' '), 'C', null);
    expect(Buffer.byteLength(vector.toString())).toBeLessThan(1_000_000);
  });
});
