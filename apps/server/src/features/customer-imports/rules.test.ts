import { describe, expect, test } from 'vitest';
import { fieldOfHeading, looksLikeHeadings, suggestMapping, type Field } from './columns.rules.ts';
import { decide, knownOfRow } from './decide.rules.ts';
import type { Known } from './known.ts';
import { readPerson, type Draft, type Terms } from './person.rules.ts';
import { readKind, readLanguage } from './words.rules.ts';
import { isUntouched, takeBack } from './undo.rules.ts';

test.each<[Field | null, string[]]>([
  ['name', ['Name', 'Full name', 'Namn', 'Nombre', 'Navn', 'Imię i nazwisko', 'Customer', 'Kund', 'Klient']],
  ['first_name', ['First Name', 'given_name', 'Förnamn', 'Fornavn', 'Imię']],
  ['last_name', ['Last Name', 'Surname', 'Efternamn', 'Apellidos', 'Efternavn', 'Nazwisko']],
  ['email', ['E-mail', 'Email address', 'E-post', 'E-postadress', 'Correo electrónico', 'Mailadresse', 'Adres e-mail', 'E-mail 1 - Value']],
  ['phone', ['Phone', 'Mobile', 'Telefon', 'Mobilnummer', 'Teléfono', 'Móvil', 'Tlf.', 'Telefon komórkowy', 'Phone 1 - Value']],
  ['organization', ['Company', 'Organisation', 'Organization Name', 'Företag', 'Empresa', 'Virksomhed', 'Firma', 'Organizacja']],
  ['domain', ['Domain', 'Domän', 'Dominio', 'Domæne', 'Domena']],
  ['language', ['Language', 'Språk', 'Idioma', 'Sprog', 'Język']],
  ['kind', ['Kind', 'Typ', 'Tipo', 'Rodzaj']],
  ['note', ['Notes', 'Anteckningar', 'Notas', 'Bemærkninger', 'Uwagi', 'Comment']],
  ['brand', ['Brand', 'Varumärke', 'Marca', 'Mærke', 'Marka']],
  [null, ['Customer number', 'Created at', 'Organization Title', 'Street', '', '=1+1']],
])('%s is known by its headings', (field, headings) => {
  for (const heading of headings) expect([heading, fieldOfHeading(heading)]).toEqual([heading, field]);
});

const column = (heading: string, ...samples: string[]) => ({ heading, samples });
test.each<[string, ReturnType<typeof column>[], Field[]]>([
  ['headings', [column('Namn', 'Anna'), column('E-post', 'a@firm.example'), column('Kundnr', '17')], ['name', 'email', 'skip']],
  ['content without headings', [column('', 'Anna Berg'), column('', 'a@firm.example', 'b@firm.example'), column('', '+46701234567'), column('', '17')], ['name', 'email', 'phone', 'skip']],
  ['numbers that a spreadsheet may not run', [column('', "'+46701234567")], ['phone']],
  ['Nombre beside Apellidos', [column('Nombre', 'Ana'), column('Apellidos', 'Gil')], ['first_name', 'last_name']],
  ['address books with a label beside each value', [column('E-mail 1 - Label', 'Work'), column('E-mail 1 - Value', 'a@firm.example'), column('Phone 1 - Label', 'Mobile')], ['skip', 'email', 'skip']],
  ['only the first of what there can be one of', [column('Company', 'A'), column('Organisation', 'B'), column('Mail', 'a@x.example'), column('Mail 2', 'b@x.example')], ['organization', 'skip', 'email', 'email']],
  ['kinds and brands only where they mean something here', [column('Type', 'Gold'), column('Brand', 'Elsewhere')], ['skip', 'skip']],
  ['kinds and brands that are ours', [column('Type', 'employee', 'kund'), column('Brand', 'Lumen')], ['kind', 'brand']],
])('columns are recognised by %s', (_what, columns, mapping) => {
  expect(suggestMapping(columns, { country: 'SE', brands: ['lumen'] })).toEqual(mapping);
});

test.each<[boolean, string[]]>([
  [true, ['Name', 'E-mail']], [true, ['Kundnr', 'Namn']], [false, ['Anna', 'a@firm.example']], [false, ['Name', '+46 70 123 45 67']], [false, ['Anna', 'Berg']], [false, ['', '']],
])('headings: %s for %j', (is, cells) => expect(looksLikeHeadings(cells)).toBe(is));

test.each([['sv', 'sv'], ['sv-SE', 'sv'], ['Swedish', 'sv'], ['svenska', 'sv'], ['hiszpański', 'es'], ['PL', 'pl'], ['klingon', null], ['xx', null]])('the language %s is %s', (text, code) => expect(readLanguage(text)).toBe(code));
test.each([['Kund', 'external'], ['medarbejder', 'employee'], ['gold', null]])('the kind %s is %s', (text, kind) => expect(readKind(text)).toBe(kind));

const terms = (mapping: Field[], more: Partial<Terms> = {}): Terms => ({ mapping, country: 'SE', brand: 1, brands: new Map([['lumen', 2]]), unescape: true, ...more });
const person = (mapping: Field[], cells: string[], more?: Partial<Terms>) => readPerson(cells, terms(mapping, more));

describe('a row as a person', () => {
  test.each<[string, Field[], string[], Partial<Draft>]>([
    ['names are put together', ['first_name', 'last_name'], [' Anna ', 'Berg'], { name: 'Anna Berg' }],
    ['spaces are one', ['name'], ['Anna\u00a0  \n Berg'], { name: 'Anna Berg' }],
    ['addresses in small letters, each once', ['email', 'email'], ['A@Firm.example; b@firm.example', 'a@firm.example'], { emails: ['a@firm.example', 'b@firm.example'] }],
    ['addresses with names and schemes', ['email'], ['Anna <a@firm.example>, mailto:b@firm.example ::: c@firm.example'], { emails: ['a@firm.example', 'b@firm.example', 'c@firm.example'] }],
    ['numbers of the chosen country and of others', ['phone'], ['070-123 45 67; +48 600 123 456; 0034 600 123 456'], { phones: ['+46701234567', '+48600123456', '+34600123456'] }],
    ['an escaped number', ['phone'], ["'+46701234567"], { phones: ['+46701234567'] }],
    ['language, kind, domain and brand in words', ['language', 'kind', 'domain', 'brand', 'name'], ['Danish', 'Employee', 'https://www.Firm.example/x', 'LUMEN', 'A'], { language: 'da', kind: 'employee', domain: 'firm.example', brand: 2 }],
    ['notes of several columns below each other', ['note', 'note', 'name'], ['one', 'two\r\nthree', 'A'], { note: 'one\n\ntwo\nthree' }],
    ['a formula is only text', ['name'], ["'=HYPERLINK(1)"], { name: '=HYPERLINK(1)' }],
  ])('%s', (_what, mapping, cells, draft) => {
    expect(person(mapping, cells)).toMatchObject({ draft, problems: [] });
  });

  test.each<[string, Field, string, Partial<Terms>?]>([
    ['bad_address', 'email', 'anna(at)firm'],
    ['bad_number', 'phone', '12'],
    ['spoiled_number', 'phone', '4.67E+10'],
    ['spoiled_number', 'phone', '7,01234E+08'],
    ['spoiled_number', 'phone', '070-123 45 67; 7,01234e+08'],
    ['number_without_country', 'phone', '070-123 45 67', { country: undefined }],
    ['too_long', 'name', 'x'.repeat(201)],
    ['too_long', 'note', 'x'.repeat(10_001)],
    ['too_many_addresses', 'email', Array.from({ length: 21 }, (_, n) => `a${n}@firm.example`).join(';')],
    ['unreadable', 'name', 'An\ufffdna'],
    ['unreadable', 'note', 'a\0b'],
    ['bad_language', 'language', 'klingon'],
    ['bad_kind', 'kind', 'gold'],
    ['bad_domain', 'domain', 'no domain'],
    ['unknown_brand', 'brand', 'Elsewhere'],
    ['nobody', 'organization', 'Firm AB'],
  ])('is refused: %s', (code, field, cell, more) => {
    const { problems } = person([field], [cell], more);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.value.length).toBeLessThanOrEqual(100);
    expect(problems[0]?.value).not.toContain('\0');
  });
});

describe('what happens with a row', () => {
  const draft = (more: Partial<Draft> = {}): Draft => ({ name: 'Anna', emails: ['a@firm.example'], phones: [], organization: null, domain: null, language: null, kind: null, note: '', brand: 1, ...more });
  const known = (more: Partial<Known> = {}): Known => ({ key: 'c1', customerId: 1, row: null, visible: true, name: 'Anna', language: null, organizationId: null, note: '', brands: new Set([1]), addresses: 1, email: 'a@firm.example', ...more });
  const none = { id: null, name: '' };
  const at = (...entries: [string, Known][]) => new Map(entries);
  const a = 'email:a@firm.example';

  test.each<[string, Draft, Map<string, Known>, object]>([
    ['nobody has the address', draft(), at(), { outcome: 'new', notices: [] }],
    ['nobody could find them again', draft({ emails: [] }), at(), { outcome: 'new', notices: [{ code: 'no_address' }] }],
    ['all is there', draft(), at([a, known()]), { outcome: 'unchanged', notices: [] }],
    ['a further address', draft({ emails: ['a@firm.example', 'b@firm.example'] }), at([a, known()]), { outcome: 'adds', adds: { emails: ['b@firm.example'] } }],
    ['what was empty', draft({ language: 'sv', note: 'Hi' }), at([a, known({ name: '' })]), { outcome: 'adds', adds: { name: 'Anna', language: 'sv', note: 'Hi' } }],
    ['what is there is not replaced', draft({ name: 'Other', language: 'sv' }), at([a, known({ language: 'da' })]), { outcome: 'unchanged', notices: [{ code: 'name_kept', value: 'Anna' }] }],
    ['another brand', draft({ brand: 2 }), at([a, known()]), { outcome: 'adds', adds: { brand: 2 } }],
    ['a note that stands there', draft({ note: 'two' }), at([a, known({ note: 'one two' })]), { outcome: 'unchanged' }],
    ['an address of somebody unseen', draft(), at([a, known({ visible: false })]), { outcome: 'refused', problems: [{ code: 'address_taken', field: 'email', value: 'a@firm.example' }] }],
    ['addresses of two people', draft({ phones: ['+46701234567'] }), at([a, known()], ['phone:+46701234567', known({ key: 'c2', customerId: 2 })]), { outcome: 'refused', problems: [{ code: 'two_people', field: 'phone' }] }],
    ['an earlier row', draft({ name: 'Anna' }), at([a, knownOfRow(3, draft(), none)]), { outcome: 'unchanged', notices: [{ code: 'same_as_row', value: '3' }] }],
    ['a note that would be too long', draft({ note: 'x' }), at([a, known({ note: 'y'.repeat(9_999) })]), { outcome: 'refused', problems: [{ code: 'too_long', field: 'note' }] }],
  ])('%s', (_what, row, whose, decision) => {
    expect(decide(row, whose, none)).toMatchObject(decision);
  });

  const shared = '+4681234567';
  const byNumber = (row: Partial<Draft>, owner: Partial<Known>) => decide(draft({ emails: [], phones: [shared], ...row }), at([`phone:${shared}`, known(owner)]), none);
  test.each<[string, Partial<Draft>, Partial<Known>]>([
    ['the same name, folded', { name: 'BERG, Ánna' }, { name: 'Anna Berg' }],
    ['the same name with another address', { emails: ['b@firm.example'] }, {}],
    ['no name and no address', { name: '', language: 'sv' }, {}],
    ['a name only, where none stood', { name: 'Bo' }, { name: '' }],
    ['a number only, where a person stands', { name: '' }, { name: '', email: null }],
  ])('a number alone finds the person: %s', (_what, row, owner) => expect(byNumber(row, owner)).toMatchObject({ known: { key: 'c1' }, draft: { phones: [shared] } }));
  test.each<[string, Partial<Draft>, Partial<Known>, string]>([
    ['another name', { name: 'Bo' }, {}, 'Anna'],
    ['another name, nobody with an address', { name: 'Bo' }, { email: null }, 'Anna'],
    ['another address, one without a name', { name: '', emails: ['b@firm.example'] }, {}, 'Anna'],
    ['another address, both without a name', { name: '', emails: ['b@firm.example'] }, { name: '' }, 'a@firm.example'],
  ])('a number alone leads to nobody else: %s', (_what, row, owner, whose) =>
    expect(byNumber({ note: 'Hi', ...row }, owner)).toMatchObject({ outcome: 'new', draft: { phones: [], note: 'Hi\n\nTel. +46 8 123 45 67' }, notices: expect.arrayContaining([{ code: 'number_of_customer', value: shared, whose }]) }));
  test('a number of somebody unseen tells nothing of them', () => expect(byNumber({ name: 'Bo' }, { visible: false })).toMatchObject({ outcome: 'refused', problems: [{ code: 'address_taken' }] }));
  test('a note that the number would make too long is refused, not cut', () => expect(byNumber({ name: 'Bo', note: 'x'.repeat(9_995) }, {})).toMatchObject({ outcome: 'refused', problems: [{ code: 'too_long', field: 'note' }] }));

  test('an unknown organization is said', () => {
    expect(decide(draft({ organization: 'X' }), at(), { id: null, name: 'X' })).toMatchObject({ outcome: 'new', notices: [{ code: 'organization_unknown', value: 'X' }] });
    expect(decide(draft({ organization: 'X' }), at([a, known()]), { id: 'new', name: 'X' })).toMatchObject({ outcome: 'adds', adds: { organization: 'X' } });
  });
});

describe('taking back', () => {
  const now = (more = {}) => ({ id: 1, kind: 'external', name: 'Anna', language: null, organization_id: null, note: '', addressIds: [7], brands: [1], busy: false, merged: false, newestTicket: null, ...more });
  const applied = { created: true, set: { kind: 'external', name: 'Anna', note: '' }, addressIds: [7], brand: 1 };
  test('who is as they were made goes', () => expect(isUntouched(applied, now())).toBe(true));
  test.each([[{ name: 'Anne' }], [{ note: 'Called' }], [{ language: 'sv' }], [{ organization_id: 2 }], [{ kind: 'employee' }], [{ addressIds: [7, 8] }], [{ addressIds: [] }], [{ addressIds: [8] }], [{ brands: [1, 2] }], [{ busy: true }]])(
    'who was touched stays: %j', (more) => expect(isUntouched(applied, now(more))).toBe(false));

  test('only what still stands as it was written is taken back', () => {
    const customer = now({ name: 'Changed', language: 'sv', note: 'before\n\nadded', addressIds: [5, 7], brands: [1, 2] });
    const taken = takeBack({ created: false, set: { name: 'Anna', language: 'sv', note: 'before\n\nadded' }, noteBefore: 'before', addressIds: [7, 9], brand: 2 }, customer);
    expect(taken).toEqual({ addressIds: [7], brand: 2 });
    expect(customer).toMatchObject({ name: 'Changed', language: null, note: 'before', addressIds: [5], brands: [1] });
  });
});
