import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { facts, importsOf, type Person } from '../../../../../tests/support/imports.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let brandB: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  brandB = await aBrand(db, workspace.id, { name: 'Polar' });
  lead = await anAgent(db, workspace.id, { role: 'lead' });
});
afterAll(() => desk.stop());

const { get, imported, people } = importsOf(() => desk, () => lead);

async function aDeskOfPeople(): Promise<Person[]> {
  const { body: organization } = await desk.ask(lead, 'POST', '/api/v1/organizations', { name: 'Kraft, Ljus; & "Co"\\' });
  const given = [
    { name: '=HYPERLINK("x")', language: 'sv', note: '-- a\n+ b; c, d "e"\\n', addresses: [{ kind: 'phone', address: '+46701234567' }, { kind: 'email', address: 'first@firm.example' }, { kind: 'email', address: 'second@firm.example' }], organization: organization.id },
    { name: "'=1", kind: 'employee', addresses: [{ kind: 'email', address: 'e@firm.example' }] },
    { name: '–  Łukasz Żółć 😀', language: 'pl', addresses: [{ kind: 'phone', address: '+48600123456' }, { kind: 'phone', address: '+4532123456' }] },
    { name: `@${'Long Name '.repeat(15)}`.trim(), addresses: [{ kind: 'email', address: 'long@firm.example' }] },
  ];
  for (const body of given) expect((await desk.ask(lead, 'POST', '/api/v1/customers', body)).status).toBe(201);
  await aCustomer(desk.context.db, workspace.id, { name: '', email: 'nameless@firm.example', brands: [workspace.brandId] });
  return people();
}
const strip = (found: Person[]) => found.map(facts).map((each) => ({ ...each, name: each.name.replaceAll(/\s+/g, ' ') })).toSorted((a, b) => a.name.localeCompare(b.name));

test.each([['csv', 'text/csv'], ['vcard', 'text/vcard']])('%s gives the same people in another workspace', async (format, type) => {
  const here = await aDeskOfPeople();
  const file = await desk.app.inject({ method: 'GET', url: `/api/v1/customers/export?format=${format}`, headers: lead.headers });
  expect(file.headers['content-type']).toBe(`${type}; charset=utf-8`);
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="customers-\d{4}-\d\d-\d\d\.(csv|vcf)"/);
  if (format === 'csv') for (const cell of file.body.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm)) expect(cell[1]).not.toMatch(/^[=+\-@\t\r]/);
  const elsewhere = await aWorkspace(desk.context.db);
  const other = await anAgent(desk.context.db, elsewhere.id, { role: 'admin' });
  const id = await imported(file.body, {}, other);
  expect(await get(id, other)).toMatchObject({ status: 'done', counts: { new: here.length, refused: 0 } });
  expect(strip(await people(other))).toEqual(strip(here));
});

test.each([
  ['sv', 'kunder', '"Namn";"E-post";"Telefon";"Organisation";"Språk";"Typ";"Anteckningar";"Varumärke"', 'Anställd'],
  ['pl', 'klienci', '"Imię i nazwisko";"E-mail";"Telefon";"Organizacja";"Język";"Rodzaj";"Notatki";"Marka"', 'Pracownik'],
  ['es', 'clientes', '"Nombre completo";"Correo electrónico";"Teléfono";"Organización";"Idioma";"Tipo";"Notas";"Marca"', 'Empleado'],
  ['da', 'kunder', '"Navn";"E-mail";"Telefon";"Organisation";"Sprog";"Type";"Noter";"Brand"', 'Medarbejder'],
  ['en', 'customers', '"name","emails","phones","organization","language","kind","note","brands"', 'employee'],
])('a table for spreadsheets in %s comes back as it was', async (language, name, headings, employee) => {
  const here = await aDeskOfPeople();
  const file = await desk.app.inject({ method: 'GET', url: `/api/v1/customers/export?language=${language}`, headers: lead.headers });
  expect(file.headers['content-disposition']).toMatch(new RegExp(`filename="${name}-[0-9-]{10}\\.csv"`));
  expect(file.body.split('\r\n')[0]).toBe(`\uFEFF${headings}`);
  expect(file.body).toContain(`"${employee}"`);
  const elsewhere = await aWorkspace(desk.context.db);
  const other = await anAgent(desk.context.db, elsewhere.id, { role: 'admin' });
  await aBrand(desk.context.db, elsewhere.id, { name: (await desk.ask(lead, 'GET', '/api/v1/brands')).body.items.find(({ id }: { id: number }) => id === workspace.brandId).name });
  const id = await imported(file.body, {}, other);
  const found = await get(id, other);
  expect(found).toMatchObject({ status: 'done', delimiter: language === 'en' ? ',' : ';', counts: { new: here.length, refused: 0 } });
  expect(found.columns.map(({ field }: { field: string }) => field)).toEqual(['name', 'email', 'phone', 'organization', 'language', 'kind', 'note', 'brand']);
  expect(strip(await people(other))).toEqual(strip(here));
});

test('a filter holds, other brands are not there, and pages join without a gap', async () => {
  const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [brandB] });
  await imported(['name,email,brand', ...Array.from({ length: 1_201 }, (_, n) => `Person ${n},p${n}@page.example,${n === 7 ? 'Polar' : ''}`)].join('\n'));
  const names = async (query: string, asker = lead) => (await desk.app.inject({ method: 'GET', url: `/api/v1/customers/export?${query}`, headers: asker.headers })).body.trim().split('\r\n').slice(1).map((line) => line.split('","')[0]?.slice(1));
  expect(new Set(await names('')).size).toBe(1_201);
  expect(await names('', narrow)).toEqual(['Person 7']);
  expect(await names('q=p1200@')).toEqual(['Person 1200']);
  const nobody = await desk.app.inject({ method: 'GET', url: '/api/v1/customers/export?format=vcard&q=nobody', headers: lead.headers });
  expect([nobody.statusCode, nobody.body]).toEqual([200, '']);
  expect((await desk.ask(lead, 'GET', '/api/v1/customers/export?format=xls')).status).toBe(400);
});

test('lines of a card are folded at 75 octets and cut no character', async () => {
  await desk.ask(lead, 'POST', '/api/v1/customers', { name: 'Ż'.repeat(150) });
  const { body } = await desk.app.inject({ method: 'GET', url: '/api/v1/customers/export?format=vcard', headers: lead.headers });
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(body.replaceAll('\r\n ', '')).toContain(`FN:${'Ż'.repeat(150)}\r\n`);
});
