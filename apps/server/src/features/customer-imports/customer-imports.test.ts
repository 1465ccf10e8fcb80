import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { facts, importsOf, importsPath } from '../../../../../tests/support/imports.ts';
import { forgetOldImports } from './index.ts';

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

const base = importsPath;
const { upload, work, get, step, rowsOf, checked, imported, people } = importsOf(() => desk, () => lead);
const eventsOf = (type: 'customer.created' | 'customer.updated' | 'customer_import.updated') =>
  desk.context.db.selectFrom('events').select(['data', 'brand_id', 'actor_id']).where('workspace_id', '=', workspace.id).where('type', '=', type).orderBy('id').execute();

const table = [
  'Namn;E-post;Telefon;Företag;Språk;Anteckning',
  'Anna Berg;anna@kraft.example, a.berg@kraft.example;070-123 45 67;Kraft AB;svenska;Likes tea',
  'Bo Ek;bo@kraft.example;;Kraft AB;;',
  ';nameless@firm.example;;;da;',
].join('\r\n');

test('a table becomes customers with their addresses, organization and brand, after it has said so', async () => {
  const id = await checked(table, { country: 'SE' });
  expect(await get(id)).toMatchObject({
    status: 'ready', format: 'csv', encoding: 'utf-8', delimiter: ';', header: true, rows: 3, brand: { id: workspace.brandId }, made_by: { id: lead.id },
    columns: [{ heading: 'Namn', field: 'name', samples: ['Anna Berg', 'Bo Ek'] }, { field: 'email' }, { field: 'phone' }, { field: 'organization' }, { field: 'language' }, { field: 'note' }],
    counts: { new: 3, adds: 0, unchanged: 0, refused: 0, organizations: 1 },
  });
  expect(await rowsOf(id)).toMatchObject([{ row: 2, outcome: 'new', name: 'Anna Berg', emails: ['anna@kraft.example', 'a.berg@kraft.example'], phones: ['+46701234567'], shown: { '+46701234567': '+46 70 123 45 67' }, organization: 'Kraft AB' }, { row: 3 }, { row: 4, name: '' }]);
  expect(await people()).toEqual([]);

  await step(id, 'start');
  await work();
  expect(await get(id)).toMatchObject({ status: 'done', counts: { new: 3, organizations: 1 }, progress: null });
  expect((await people()).map(facts).toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: '', kind: 'external', language: 'da', note: '', organization: null, addresses: [['email', 'nameless@firm.example', true]] },
    { name: 'Anna Berg', kind: 'external', language: 'sv', note: 'Likes tea', organization: 'Kraft AB', addresses: [['email', 'a.berg@kraft.example', false], ['email', 'anna@kraft.example', true], ['phone', '+46701234567', true]] },
    { name: 'Bo Ek', kind: 'external', language: null, note: '', organization: 'Kraft AB', addresses: [['email', 'bo@kraft.example', true]] },
  ]);
  expect((await people()).map(({ brands }) => brands.map((brand) => brand.id))).toEqual([[workspace.brandId], [workspace.brandId], [workspace.brandId]]);
  const created = await eventsOf('customer.created');
  expect(created).toHaveLength(3);
  expect(created[0]).toMatchObject({ brand_id: workspace.brandId, actor_id: lead.id, data: { customer_id: expect.any(Number) } });
  expect((await eventsOf('customer_import.updated')).at(-1)?.data).toEqual({ import_id: id, status: 'done', handled: 3, total: 3 });
});

test('customers who are there get only what they lack, and a second time nothing', async () => {
  const { db } = desk.context;
  const { id: annaId } = await aCustomer(db, workspace.id, { name: 'Anna Old', email: 'anna@kraft.example', brands: [brandB] });
  const first = await imported(table, { country: 'SE' });
  const [row] = await rowsOf(first, '&outcome=adds');
  expect(row).toMatchObject({
    row: 2, customer: annaId, notices: [{ code: 'name_kept', value: 'Anna Old' }],
    adds: { emails: ['a.berg@kraft.example'], phones: ['+46701234567'], name: null, language: 'sv', organization: 'Kraft AB', note: 'Likes tea', brand: workspace.brandId },
  });
  expect(facts((await people()).find(({ name }) => name === 'Anna Old')!)).toMatchObject({ language: 'sv', note: 'Likes tea', organization: 'Kraft AB', addresses: [['email', 'a.berg@kraft.example', false], ['email', 'anna@kraft.example', true], ['phone', '+46701234567', true]] });
  const updates = (await eventsOf('customer.updated')).filter(({ data }) => (data as { customer_id: number }).customer_id === annaId);
  expect(updates.map(({ brand_id }) => brand_id)).toEqual([brandB, workspace.brandId]);

  const before = await people();
  const second = await imported(table, { country: 'SE' });
  expect(await get(second)).toMatchObject({ counts: { new: 0, adds: 0, unchanged: 3, refused: 0, organizations: 0 } });
  expect(await people()).toEqual(before);
});

test('what cannot be taken says why; the report holds those rows as they were, and nothing that a spreadsheet would run', async () => {
  const { db } = desk.context;
  await aCustomer(db, workspace.id, { email: 'one@firm.example', brands: [workspace.brandId] });
  await aCustomer(db, workspace.id, { email: 'two@firm.example', brands: [workspace.brandId] });
  const id = await imported(['name,email,phone', 'Good,good@firm.example,', '=cmd|calc,bad(at)firm,123', 'Two,one@firm.example;two@firm.example,', `${'x'.repeat(300)},long@firm.example,`].join('\n'));
  expect(await get(id)).toMatchObject({ status: 'done', counts: { new: 1, refused: 3 } });
  const refused = await rowsOf(id, '&outcome=refused');
  expect(refused.map(({ row, problems }: { row: number; problems: { code: string }[] }) => [row, ...problems.map(({ code }) => code)])).toEqual([[3, 'bad_address', 'bad_number'], [4, 'two_people'], [5, 'too_long']]);
  const report = await desk.app.inject({ method: 'GET', url: `${base}/${id}/report`, headers: lead.headers });
  expect(report.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringContaining('people-problems.csv') });
  const lines = report.body.split('\r\n');
  expect(lines[0]).toBe('\uFEFF"Row","Reason","name","email","phone"');
  expect(lines[1]).toBe(`"3","“bad(at)firm” is not an e-mail address. “123” is not a phone number.","'=cmd|calc","bad(at)firm","123"`);
  expect(lines).toHaveLength(5);
  const swedish = await desk.app.inject({ method: 'GET', url: `${base}/${id}/report?language=sv`, headers: lead.headers });
  expect(swedish.headers['content-disposition']).toContain('people-problem.csv');
  expect(swedish.body.split('\r\n').slice(0, 2)).toEqual(['\uFEFF"Rad";"Orsak";"name";"email";"phone"', `"3";"”bad(at)firm” är ingen e-postadress. ”123” är inget telefonnummer.";"'=cmd|calc";"bad(at)firm";"123"`]);
});

test('an address of somebody whom the person does not see is refused without a name', async () => {
  const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [brandB] });
  await aCustomer(desk.context.db, workspace.id, { name: 'Hidden Person', email: 'hidden@firm.example', brands: [workspace.brandId] });
  const id = await imported('name,email\nX,hidden@firm.example\nY,open@firm.example', {}, narrow);
  expect(await rowsOf(id, '', narrow)).toMatchObject([{ outcome: 'refused', customer: null, problems: [{ code: 'address_taken', value: 'hidden@firm.example' }] }, { outcome: 'new' }]);
  expect(JSON.stringify(await rowsOf(id, '', narrow))).not.toContain('Hidden Person');
  expect((await people(narrow)).map(({ brands }) => brands.map((brand) => brand.id))).toEqual([[brandB]]);
  expect((await desk.ask(narrow, 'PATCH', `${base}/${id}`, { brand: workspace.brandId })).status).toBe(409);
});

test('an address of a merged customer leads to the person, and undo leaves the merged alone', async () => {
  const owner = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
  const first = await imported('name,email\nAnna,a@firm.example\nA. Berg,b@firm.example');
  const [berg, anna] = await people();
  expect((await desk.ask(owner, 'POST', `/api/v1/customers/${berg!.id}/merge`, { into: anna!.id })).status).toBe(200);
  const id = await imported('name,email,language\nAnna,a@firm.example;b@firm.example;c@firm.example,sv');
  expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'adds', customer: anna!.id, adds: { emails: ['c@firm.example'], language: 'sv' } });
  expect((await people()).map(({ name, language, addresses }) => [name, language, addresses.length])).toEqual([['Anna', 'sv', 3]]);
  await step(id, 'undo');
  await work();
  await step(first, 'undo');
  await work();
  expect(await get(first)).toMatchObject({ counts: { kept: 2, removed: 0 } });
  expect((await people()).map(({ name, language, addresses }) => [name, language, addresses.length])).toEqual([['Anna', null, 2]]);
});

test('rows of one person in one file make one customer, also far apart', async () => {
  const filler = Array.from({ length: 700 }, (_, n) => `F${n},f${n}@fill.example`);
  const id = await checked(['name,email', 'Anna,a@firm.example', ...filler, 'Anna,a@firm.example;b@firm.example', 'Anna,b@firm.example'].join('\n'));
  expect(await get(id)).toMatchObject({ counts: { new: 701, adds: 1, unchanged: 1 } });
  expect((await rowsOf(id, '&outcome=adds'))[0]).toMatchObject({ row: 703, notices: [{ code: 'same_as_row', value: '2' }], adds: { emails: ['b@firm.example'] } });
  await step(id, 'start');
  await work();
  expect(await get(id)).toMatchObject({ counts: { new: 701, adds: 1, unchanged: 1 } });
  expect((await people()).filter(({ name }) => name === 'Anna').map(({ addresses }) => addresses.length)).toEqual([2]);
});

test('who may not: agents and viewers, other workspaces, and who lost the right meanwhile', async () => {
  const { db } = desk.context;
  const { body } = await upload('name,email\nA,a@firm.example');
  for (const role of ['viewer', 'agent'] as const) {
    const asker = await anAgent(db, workspace.id, { role });
    expect((await upload('name\nA', { asker })).status).toBe(403);
    expect((await desk.ask(asker, 'GET', base)).status).toBe(403);
    expect((await desk.ask(asker, 'GET', '/api/v1/customers/export')).status).toBe(403);
  }
  const stranger = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
  const narrow = await anAgent(db, workspace.id, { role: 'owner', brands: [brandB] });
  for (const asker of [stranger, narrow])
    for (const [method, path] of [['GET', ''], ['PATCH', ''], ['DELETE', ''], ['POST', '/check'], ['POST', '/start'], ['POST', '/undo'], ['GET', '/rows'], ['GET', '/report']] as const)
      expect([method, path, (await desk.ask(asker, method, `${base}/${body.id}${path}`, method === 'PATCH' ? {} : undefined)).status]).toEqual([method, path, 404]);
  expect((await desk.ask(narrow, 'GET', base)).body.items).toEqual([]);

  await step(body.id, 'check');
  await db.updateTable('agents').set({ role: 'agent' }).where('workspace_id', '=', workspace.id).where('id', '=', lead.id).execute();
  await work();
  const owner = await anAgent(db, workspace.id, { role: 'owner' });
  expect(await get(body.id, owner)).toMatchObject({ status: 'failed', failed_while: 'checking', error: { code: 'not_allowed' } });
});

test.each([
  ['a workbook', Buffer.from('PK\u0003\u0004', 'latin1'), 'spreadsheet'],
  ['nothing', Buffer.from(''), 'empty'],
  ['a million columns', Buffer.from(`${','.repeat(1_000_000)}\n`), 'too_many_columns'],
])('%s is refused at once', async (_what, content, code) => {
  expect(await upload(content)).toMatchObject({ status: 400, body: { code: 'file_not_readable', errors: [{ field: 'file', code }] } });
});

test('a file beyond the limit is refused, one that is broken further on fails with its row and changes nothing', async () => {
  expect(await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 'a,b\n'))).toMatchObject({ status: 413, body: { code: 'too_large' } });
  const { body } = await upload(`name,email\n${'A,a@firm.example\n'.repeat(600)}"B,b@firm.example\n`);
  await step(body.id, 'check');
  await work();
  expect(await get(body.id)).toMatchObject({ status: 'failed', failed_while: 'checking', error: { code: 'quote_not_closed', row: expect.any(Number) } });
  expect((await step(body.id, 'start')).body.code).toBe('import_busy');
  expect(await people()).toEqual([]);
});

test('hostile cells are only text', async () => {
  const cells = ['a\0b', "'; drop table customers; --", '<img src=x onerror=alert(1)>', '\ud83d', '{"a":1}', '\\', '%s{{7*7}}'];
  const id = await imported(Buffer.from(`name,email\n${cells.map((cell, n) => `"${cell}",h${n}@firm.example`).join('\n')}\n`));
  expect((await rowsOf(id)).map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'new', 'new', 'refused', 'new', 'new', 'new']);
  expect((await people()).map(({ name }) => name)).toContain('<img src=x onerror=alert(1)>');
});

test('columns, letters, separators and headings can be changed until it is imported', async () => {
  const { body } = await upload(Buffer.from('Anna;a@firm.example;17\nBj\u00f6rn;b@firm.example;18\n', 'latin1'));
  expect(body).toMatchObject({ encoding: 'windows-1252', header: false, columns: [{ heading: '', field: 'name', samples: ['Anna', 'Björn'] }, { field: 'email' }, { field: 'skip' }] });
  const patch = (change: object) => desk.ask(lead, 'PATCH', `${base}/${body.id}`, change);
  expect((await patch({ mapping: ['name'] })).body.errors).toMatchObject([{ field: 'mapping' }]);
  expect((await patch({ country: 'XX' })).body.errors).toMatchObject([{ field: 'country' }]);
  expect((await patch({ brand: 987_654_321 })).body.errors).toMatchObject([{ field: 'brand' }]);
  expect((await patch({ encoding: 'windows-1250' })).body.columns[0].samples).toEqual(['Anna', 'Björn']);
  expect((await patch({ delimiter: ',' })).body.columns).toHaveLength(1);
  expect((await patch({ delimiter: ';', header: true })).body.columns[0]).toMatchObject({ heading: 'Anna', samples: ['Björn'] });
  expect((await patch({ header: false, mapping: ['skip', 'skip', 'note'] })).body.columns.map(({ field }: { field: string }) => field)).toEqual(['skip', 'skip', 'note']);
  expect((await step(body.id, 'check')).body.errors).toMatchObject([{ field: 'mapping', code: 'required' }]);
  await patch({ mapping: ['name', 'email', 'note'], brand: brandB });
  await step(body.id, 'check');
  expect((await patch({ header: true })).body.code).toBe('import_busy');
  await work();
  await step(body.id, 'start');
  await work();
  expect((await people()).map(({ name, note, brands }) => [name, note, brands.map(({ id }) => id)])).toEqual([['Björn', '18', [brandB]], ['Anna', '17', [brandB]]]);
});

test('rows do not heap more addresses on one customer than a customer may have', async () => {
  const { id: annaId } = await aCustomer(desk.context.db, workspace.id, { name: 'Anna', email: 'a@firm.example', brands: [workspace.brandId] });
  const rows = (of: string) => Array.from({ length: 3 }, (_, n) => `${of},${[`${of}@firm.example`, ...Array.from({ length: 9 }, (_each, m) => `${of}${n}${m}@firm.example`)].join(';')}`);
  const id = await checked(['name,email', 'bo,bo@firm.example', ...rows('a'), ...rows('bo')].join('\n'));
  const problems = async () => (await rowsOf(id, '&outcome=refused')).map(({ row, problems: [problem] }: { row: number; problems: { code: string }[] }) => [row, problem?.code]);
  expect(await problems()).toEqual([[5, 'too_many_addresses'], [8, 'too_many_addresses']]);
  await step(id, 'start');
  await work();
  expect(await problems()).toEqual([[5, 'too_many_addresses'], [8, 'too_many_addresses']]);
  expect((await people()).map(({ addresses }) => addresses.length)).toEqual([19, 19]);
  expect((await people()).map(({ id: each }) => each)).toContain(annaId);
});

test('rows that name a brand go to it, if the person sees it', async () => {
  const id = await imported('name,email,brand\nA,a@firm.example,polar\nB,b@firm.example,');
  expect(await get(id)).toMatchObject({ counts: { new: 2 }, columns: [{}, {}, { field: 'brand' }] });
  expect((await people()).map(({ brands }) => brands.map((brand) => brand.id))).toEqual([[workspace.brandId], [brandB]]);
});

test('organizations are found by name or domain, and only made where that is wanted', async () => {
  await desk.ask(lead, 'POST', '/api/v1/organizations', { name: 'Grid', domains: ['grid.example'] });
  const id = await imported('name,email,company\nA,a@grid.example,\nB,b@firm.example,Grid\nC,c@firm.example,Unknown', { create_organizations: false });
  expect((await people()).map(({ name, organization }) => [name, organization?.name ?? null])).toEqual([['C', null], ['B', 'Grid'], ['A', 'Grid']]);
  expect((await rowsOf(id))[2].notices).toEqual([{ code: 'organization_unknown', value: 'Unknown' }]);
  await imported('name,email,company,domain\nD,d@new.example,New,new.example', {});
  expect((await desk.ask(lead, 'GET', '/api/v1/organizations?q=New')).body.items).toMatchObject([{ name: 'New', domains: ['new.example'] }]);
});

test('an organization that nobody is to belong to is not made, as the preview says', async () => {
  await imported('name,email,company\nAnna,a@firm.example,Firm');
  const id = await checked('name,email,company\nAnna,a@firm.example,Other\nBo,b@third.example,Third\nBo,b@third.example;bo@third.example,Fourth');
  expect(await get(id)).toMatchObject({ counts: { new: 1, adds: 1, unchanged: 1, organizations: 1 } });
  await step(id, 'start');
  await work();
  const names = async () => (await desk.ask(lead, 'GET', '/api/v1/organizations')).body.items.map(({ name }: { name: string }) => name);
  expect([await names(), (await get(id)).counts.organizations]).toEqual([['Firm', 'Third'], 1]);
  await step(id, 'undo');
  await work();
  expect(await names()).toEqual(['Firm']);
});

test('an import can be removed; its customers stay, and old ones go by themselves', async () => {
  const id = await imported('name,email\nA,a@firm.example');
  const { sha256 } = await desk.context.db.selectFrom('customer_imports').select('sha256').where('workspace_id', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow();
  expect(await desk.context.files.has(sha256)).toBe(true);
  expect((await desk.ask(lead, 'DELETE', `${base}/${id}`)).status).toBe(204);
  expect((await desk.ask(lead, 'GET', `${base}/${id}`)).status).toBe(404);
  expect(await desk.context.files.has(sha256)).toBe(false);
  const kept = await imported('name,email\nB,b@firm.example');
  const running = (await upload('name,email\nC,c@firm.example')).body.id;
  await step(running, 'check');
  expect((await desk.ask(lead, 'DELETE', `${base}/${running}`)).body.code).toBe('import_busy');
  await forgetOldImports(desk.context, workspace.id, new Date(Date.now() - 1_000_000));
  expect((await desk.ask(lead, 'GET', base)).body.items.map((item: { id: number }) => item.id)).toEqual([running, kept]);
  await forgetOldImports(desk.context, workspace.id, new Date(Date.now() + 1_000_000));
  expect((await desk.ask(lead, 'GET', base)).body.items.map((item: { id: number }) => item.id)).toEqual([running]);
  expect((await people()).map(({ name }) => name)).toEqual(['B', 'A']);
  await work();
});
